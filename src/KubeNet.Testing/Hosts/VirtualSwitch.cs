using System.Globalization;
using KubeNet.Netlink.Links;

namespace KubeNet.Testing.Hosts;

/// <summary>A switch: a bridge in a namespace of its own, without spanning tree and snooping, so that a frame goes out at once wherever it may.</summary>
public sealed class VirtualSwitch : VirtualNode
{
    /// <summary>The name of the bridge in the switch's namespace.</summary>
    public const string BridgeName = "br0";

    private readonly int? _mtu;
    private readonly int _bridge;
    private int _ports;

    internal VirtualSwitch(VirtualNetwork network, string name, int? mtu)
        : base(network, name, name, NodeSysctls.Switch)
    {
        _mtu = mtu;
        Netlink.Links.Add(new Link { Name = BridgeName, Mtu = mtu, IsUp = true, Kind = PlainBridge });
        _bridge = Netlink.Links.Get(BridgeName).Index;
    }

    internal static BridgeLink PlainBridge { get; } = new() { ForwardDelay = 0, SpanningTreeState = 0, MulticastSnooping = false };

    /// <summary>
    /// Connects a host (or pod) to the switch. The ports are called <c>port1</c>, <c>port2</c> …, in the order of these calls.
    /// </summary>
    /// <param name="node">The host, of the same network.</param>
    /// <param name="interfaceName">The name that the link gets there, such as <c>eth0</c>.</param>
    /// <param name="settings">What it is given; <see cref="LinkSettings.Default"/> if <see langword="null"/>.</param>
    /// <returns>The host's link; the port has its <see cref="Link.ParentIndex"/>.</returns>
    /// <exception cref="Netlink.Transport.NetlinkException">The name is taken there, or the kernel refused a setting.</exception>
    public Link Connect(VirtualNode node, string interfaceName, LinkSettings? settings = null)
    {
        Network.CheckMember(node, nameof(node));
        settings ??= LinkSettings.Default;
        int? mtu = settings.Mtu ?? _mtu;
        string port = string.Create(CultureInfo.InvariantCulture, $"port{Interlocked.Increment(ref _ports)}");
        (_, Link link) = VethPair.Create(
            this,
            new Link { Name = port, Mtu = mtu, MasterIndex = _bridge },
            node,
            new Link { Name = interfaceName, Mtu = mtu, Address = settings.MacAddress });
        node.AddAddresses(link.Index, settings.Addresses);
        return link;
    }
}
