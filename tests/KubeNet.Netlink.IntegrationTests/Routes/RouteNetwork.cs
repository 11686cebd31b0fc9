using System.Globalization;
using System.Text.RegularExpressions;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;
using KubeNet.Tests.Shared;
using Tmds.Linux;

namespace KubeNet.Netlink.IntegrationTests.Routes;

/// <summary>
/// A network namespace with a veth pair, <c>v0</c> (10.0.0.1/24, 2001:db8::1/64) and <c>v1</c> (10.9.0.1/24, 2001:db8:9::1/64), both
/// up, and next hop objects 7 (IPv4) and 8 (IPv6) over <c>v0</c>.
/// </summary>
public sealed partial class RouteNetwork : IDisposable
{
    private readonly NetworkNamespace _namespace = NetworkNamespace.CreateUnnamed();
    private readonly RouteNetlink _netlink;

    public RouteNetwork()
    {
        _namespace.Sysctl.Set("net.ipv6.conf.default.accept_dad", "0");
        _namespace.Sysctl.Set("net.ipv6.conf.all.accept_dad", "0");
        Ip("link add v0 type veth peer name v1");
        Ip("link set lo up");
        Ip("link set v0 up");
        Ip("link set v1 up");
        Ip("address add 10.0.0.1/24 dev v0");
        Ip("address add 10.9.0.1/24 dev v1");
        Ip("address add 2001:db8::1/64 dev v0 nodad");
        Ip("address add 2001:db8:9::1/64 dev v1 nodad");
        Ip("nexthop add id 7 via 10.0.0.2 dev v0");
        Ip("nexthop add id 8 via 2001:db8::2 dev v0");

        // A watch opens sockets of its own, in the namespace of this one.
        int descriptor = _namespace.CreateRawSocket(LibC.AF_NETLINK, LibC.SOCK_RAW, protocol: 0);
        _netlink = new RouteNetlink(new NetlinkConnection(NetlinkSocket.FromDescriptor(descriptor, options: null, SocketNamespace.OpenAnother)));
        V0 = IndexOf("v0");
        V1 = IndexOf("v1");
    }

    public RouteOperations Routes => _netlink.Routes;

    public AddressOperations Addresses => _netlink.Addresses;

    public int V0 { get; }

    public int V1 { get; }

    /// <summary>Runs <c>ip</c> inside and gives what it wrote.</summary>
    public string Ip(string arguments) => _namespace.Run("ip", arguments);

    /// <summary>What <c>ip</c> says of the routes that are not the kernel's own; the time that is left of one is left out.</summary>
    public string ShownRoutes() => string.Join(
        '\n',
        $"{Ip("-4 -d -o route show table all")}\n{Ip("-6 -d -o route show table all")}"
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("proto kernel", StringComparison.Ordinal))
            .Select(line => Expiry().Replace(line.Trim(), "expires")));

    /// <summary>The routes that are not the kernel's own.</summary>
    public List<Route> ListedRoutes() => [.. Routes.List().Where(route => route.Protocol != RouteProtocol.Kernel)];

    public void Dispose()
    {
        _netlink.Dispose();
        _namespace.Dispose();
    }

    private int IndexOf(string device) => int.Parse(Ip($"-o link show dev {device}").Split(':')[0], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"expires \d+sec")]
    private static partial Regex Expiry();
}
