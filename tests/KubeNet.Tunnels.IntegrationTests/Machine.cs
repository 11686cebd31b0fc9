using System.Net;
using System.Text.RegularExpressions;
using KubeNet.Netlink;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Probes;
using KubeNet.Tests.Shared;

namespace KubeNet.Tunnels.IntegrationTests;

/// <summary>A host or a pod: a network namespace, its loopback up, whose addresses can be used at once.</summary>
internal sealed partial class Machine : IDisposable
{
    public Machine()
    {
        Namespace = NetworkNamespace.CreateUnnamed();
        Namespace.Sysctl.Set("net.ipv6.conf.default.accept_dad", "0");
        Netlink = Namespace.Connect();
        Netlink.Links.SetUp("lo");
    }

    public NetworkNamespace Namespace { get; }

    public RouteNetlink Netlink { get; }

    /// <summary>A cable to another machine, plugged into a bridge there.</summary>
    public void Plug(string device, Machine other, string port, string bridge)
    {
        Netlink.Links.Add(new Link
        {
            Name = device,
            Kind = new VethLink { Peer = new Link { Name = port, Namespace = other.Namespace } },
        });
        Netlink.Links.SetUp(device);
        other.Netlink.Links.SetUp(port);
        other.Netlink.Links.SetMaster(port, bridge);
    }

    public void AddBridge(string name) => Netlink.Links.Add(new Link { Name = name, Kind = new BridgeLink(), IsUp = true });

    public void AddAddresses(string device, params string[] addresses)
    {
        int index = Netlink.Links.Get(device).Index;
        foreach (string address in addresses)
        {
            Netlink.Addresses.Add(new Address { InterfaceIndex = index, Local = InterfaceAddress.Parse(address) });
        }
    }

    /// <summary>Runs a program inside and gives what it wrote.</summary>
    public string Run(string program, string arguments) => Namespace.Run(program, arguments);

    /// <summary>Whether an address answers.</summary>
    public Task<bool> PingsAsync(string address) => PingAsync(address, new PingOptions { Timeout = TimeSpan.FromSeconds(2), Attempts = 3 });

    /// <summary>Whether an address does not answer, which takes a while to know.</summary>
    public async Task<bool> IsCutOffFromAsync(string address) => !await PingAsync(address, new PingOptions { Timeout = TimeSpan.FromMilliseconds(300) });

    /// <summary>Whether an IPv4 packet of a size arrives without being fragmented.</summary>
    public Task<bool> PingsAsync(string address, int size) =>
        PingAsync(address, new PingOptions { Timeout = TimeSpan.FromSeconds(1), PayloadLength = size - 28, DontFragment = true });

    /// <summary>
    /// Everything that is configured, line by line in a fixed order, without what the kernel does by itself some time after: link-local
    /// addresses and their routes, states and flags.
    /// </summary>
    public string[] Show()
    {
        string all = string.Join('\n', new[]
        {
            Run("ip", "-o -d link show"),
            Run("ip", "-o address show"),
            Run("ip", "route show table all"),
            Run("ip", "-6 route show table all"),
            Run("ip", "neigh show nud permanent"),
            Run("bridge", "fdb show"),
        });
        return
        [
            .. all.Split('\n')
                .Where(line => line.Length > 0 && !line.Contains("fe80:", StringComparison.Ordinal) && !line.Contains(" ff00::/8", StringComparison.Ordinal))
                .Select(line => ByItself().Replace(line, string.Empty).TrimEnd())
                .Order(StringComparer.Ordinal),
        ];
    }

    public void Dispose()
    {
        Netlink.Dispose();
        Namespace.Dispose();
    }

    [GeneratedRegex(@" state [A-Z]+|<[A-Z,_-]+>|33:33:ff:\S+ |\w+_timer +\S+|\blinkdown\b")]
    private static partial Regex ByItself();

    private async Task<bool> PingAsync(string address, PingOptions options) =>
        (await PingProbe.PingAsync(Namespace, IPAddress.Parse(address), options, TestContext.Current.CancellationToken)).Status == PingStatus.Success;
}
