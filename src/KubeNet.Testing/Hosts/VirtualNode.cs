using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Probes;

namespace KubeNet.Testing.Hosts;

/// <summary>A member of a <see cref="VirtualNetwork"/>: a host, pod or switch. It has a network namespace of its own.</summary>
public abstract class VirtualNode
{
    private ImmutableArray<InterfaceAddress> _addresses = [];

    private protected VirtualNode(VirtualNetwork network, string name, string member, NodeSysctls sysctls)
    {
        Network = network;
        Name = name;
        Namespace = network.CreateNamespace(member);
        Netlink = network.Own(Namespace.Connect());
        sysctls.Apply(Namespace.Sysctl);
        Netlink.Links.SetUp("lo");
    }

    /// <summary>Its name in the network.</summary>
    public string Name { get; }

    /// <summary>Its namespace, open until the network is disposed. It has a name: <c>ip netns exec kn-…</c>.</summary>
    public NetworkNamespace Namespace { get; }

    /// <summary>Its network configuration: what <c>ip</c> would show and change there.</summary>
    public RouteNetlink Netlink { get; }

    /// <summary>The addresses that it was given through this library's hosts and pods, oldest first.</summary>
    public IReadOnlyList<InterfaceAddress> Addresses => _addresses;

    /// <summary>The network to which it belongs.</summary>
    public VirtualNetwork Network { get; }

    /// <summary>Pings from here.</summary>
    /// <inheritdoc cref="PingProbe.PingAsync"/>
    /// <param name="target">Whom to ping; an IPv6 link-local address needs its scope id.</param>
    /// <param name="options">How to ping; <see cref="PingOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<PingResult> PingAsync(IPAddress target, PingOptions? options = null, CancellationToken cancellationToken = default) =>
        PingProbe.PingAsync(Namespace, target, options, cancellationToken);

    /// <summary>Sends from here over TCP to another host or pod, and measures how fast.</summary>
    /// <inheritdoc cref="TcpThroughputProbe.MeasureAsync"/>
    /// <param name="server">Who receives.</param>
    /// <param name="serverAddress">An address of the receiver.</param>
    /// <param name="options">How much to send; <see cref="ThroughputOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the measurement without a result.</param>
    public Task<ThroughputResult> MeasureThroughputAsync(
        VirtualNode server, IPAddress serverAddress, ThroughputOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        return TcpThroughputProbe.MeasureAsync(Namespace, server.Namespace, serverAddress, options, cancellationToken);
    }

    /// <summary>Captures what goes in and out of one of its links, until the capture is disposed.</summary>
    /// <inheritdoc cref="PacketCapture.Start"/>
    /// <param name="device">Name of the link, such as <c>eth0</c>.</param>
    /// <param name="options">How to capture; <see cref="CaptureOptions.Default"/> if <see langword="null"/>.</param>
    public PacketCapture Capture(string device, CaptureOptions? options = null) => PacketCapture.Start(Namespace, device, options);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal void AddAddresses(int interfaceIndex, NetlinkList<InterfaceAddress> addresses)
    {
        foreach (InterfaceAddress address in addresses)
        {
            Netlink.Addresses.Add(ToRecord(interfaceIndex, address));
            Remember(address);
        }
    }

    /// <summary>Adds an address unless the link has it.</summary>
    internal void EnsureAddress(int interfaceIndex, InterfaceAddress address)
    {
        if (Netlink.Addresses.TryAdd(ToRecord(interfaceIndex, address)))
            Remember(address);
    }

    private void Remember(InterfaceAddress address) => ImmutableInterlocked.Update(ref _addresses, static (list, item) => list.Add(item), address);

    // Duplicates cannot be, and to look for them takes a second in which the address is of no use.
    private static Address ToRecord(int interfaceIndex, InterfaceAddress address) => new()
    {
        InterfaceIndex = interfaceIndex,
        Local = address,
        Flags = address.Address.AddressFamily == AddressFamily.InterNetworkV6 ? AddressFlags.NoDuplicateDetection : null,
    };
}
