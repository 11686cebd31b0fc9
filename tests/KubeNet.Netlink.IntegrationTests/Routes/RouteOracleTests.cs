using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Routes;

/// <summary>Routes of each kind, made by <c>ip</c> and by us: each sees of the other's what it sees of its own.</summary>
public sealed class RouteOracleTests(RouteNetwork network) : IClassFixture<RouteNetwork>, IDisposable
{
    private static readonly Dictionary<string, Func<RouteNetwork, Route>> s_cases = new()
    {
        ["10.1.0.0/16 via 10.0.0.2"] = _ => Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2") },
        ["10.1.0.0/16 via 10.0.0.2 dev v0 src 10.0.0.1 metric 50 proto 80"] = n => Route.To("10.1.0.0/16") with
        {
            Gateway = IPAddress.Parse("10.0.0.2"),
            OutputInterface = n.V0,
            PreferredSource = IPAddress.Parse("10.0.0.1"),
            Priority = 50,
            Protocol = (RouteProtocol)80,
        },
        ["10.1.0.0/16 dev v0"] = n => Route.To("10.1.0.0/16") with { OutputInterface = n.V0 },
        ["10.1.0.0/16 dev v0 scope global table 100"] = n => Route.To("10.1.0.0/16") with { OutputInterface = n.V0, Scope = RouteScope.Universe, Table = 100 },
        ["10.1.0.0/16 dev v0 table 100000"] = n => Route.To("10.1.0.0/16") with { OutputInterface = n.V0, Table = 100000 },
        ["10.1.2.3 dev v0 metric 7"] = n => Route.To("10.1.2.3") with { OutputInterface = n.V0, Priority = 7 },
        ["default via 10.0.0.2"] = _ => new Route { Gateway = IPAddress.Parse("10.0.0.2") },
        ["default dev v1 metric 9"] = n => Route.To("default") with { OutputInterface = n.V1, Priority = 9 },
        ["blackhole 10.1.0.0/16"] = _ => Route.To("10.1.0.0/16") with { Type = RouteType.Blackhole },
        ["unreachable 10.1.0.0/16 metric 4000"] = _ => Route.To("10.1.0.0/16") with { Type = RouteType.Unreachable, Priority = 4000 },
        ["prohibit 10.1.0.0/16"] = _ => Route.To("10.1.0.0/16") with { Type = RouteType.Prohibit },
        ["throw 10.1.0.0/16 table 100"] = _ => Route.To("10.1.0.0/16") with { Type = RouteType.Throw, Table = 100 },
        ["local 10.1.0.1 dev v0"] = n => Route.To("10.1.0.1") with { Type = RouteType.Local, OutputInterface = n.V0 },
        ["broadcast 10.1.0.255 dev v0"] = n => Route.To("10.1.0.255") with { Type = RouteType.Broadcast, OutputInterface = n.V0 },
        ["anycast 10.1.0.1 dev v0"] = n => Route.To("10.1.0.1") with { Type = RouteType.Anycast, OutputInterface = n.V0 },
        ["multicast 239.1.0.0/16 dev v0"] = n => Route.To("239.1.0.0/16") with { Type = RouteType.Multicast, OutputInterface = n.V0 },
        ["10.1.0.0/16 via 192.0.2.1 dev v0 onlink"] = n => Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("192.0.2.1"), OutputInterface = n.V0, IsOnLink = true },
        ["10.1.0.0/16 via inet6 2001:db8::2 dev v0"] = n => Route.To("10.1.0.0/16") with { Via = IPAddress.Parse("2001:db8::2"), OutputInterface = n.V0 },
        ["10.1.0.0/16 tos 0x10 via 10.0.0.2"] = _ => Route.To("10.1.0.0/16") with { TypeOfService = 0x10, Gateway = IPAddress.Parse("10.0.0.2") },
        ["10.1.0.0/16 via 10.0.0.2 mtu lock 1400 window 65535 rtt 100ms rttvar 50ms ssthresh 10 cwnd 20 advmss 1360 reordering 4 hoplimit 33 initcwnd 12 initrwnd 14 quickack 1 rto_min 300ms congctl cubic features ecn fastopen_no_cookie 1"] = _ =>
            Route.To("10.1.0.0/16") with
            {
                Gateway = IPAddress.Parse("10.0.0.2"),
                Metrics = new RouteMetrics
                {
                    // ip locks the least time of repetition by itself.
                    Locks = RouteMetricLocks.Mtu | RouteMetricLocks.MinimumRetransmissionTimeout,
                    Mtu = 1400,
                    Window = 65535,
                    RoundTripTime = 800,
                    RoundTripVariance = 200,
                    SlowStartThreshold = 10,
                    CongestionWindow = 20,
                    AdvertisedSegmentSize = 1360,
                    Reordering = 4,
                    HopLimit = 33,
                    InitialCongestionWindow = 12,
                    InitialReceiveWindow = 14,
                    QuickAcknowledgement = 1,
                    MinimumRetransmissionTimeout = 300,
                    CongestionControl = "cubic",
                    Features = RouteFeatures.Ecn,
                    FastOpenWithoutCookie = 1,
                },
            },
        ["10.1.0.0/16 nexthop via 10.0.0.2 dev v0 weight 3 nexthop via 10.9.0.2 dev v1 weight 256"] = n => Route.To("10.1.0.0/16") with
        {
            NextHops =
            [
                new NextHop { Gateway = IPAddress.Parse("10.0.0.2"), InterfaceIndex = n.V0, Weight = 3 },
                new NextHop { Gateway = IPAddress.Parse("10.9.0.2"), InterfaceIndex = n.V1, Weight = 256 },
            ],
        },
        ["10.1.0.0/16 metric 3 nexthop via inet6 2001:db8::2 dev v0 nexthop via 192.0.2.1 dev v1 onlink nexthop dev v1"] = n => Route.To("10.1.0.0/16") with
        {
            Priority = 3,
            NextHops =
            [
                new NextHop { Via = IPAddress.Parse("2001:db8::2"), InterfaceIndex = n.V0 },
                new NextHop { Gateway = IPAddress.Parse("192.0.2.1"), InterfaceIndex = n.V1, IsOnLink = true },
                new NextHop { InterfaceIndex = n.V1 },
            ],
        },
        ["10.1.0.0/16 nexthop via 10.0.0.2 weight 3"] = _ => Route.To("10.1.0.0/16") with { NextHops = [new NextHop { Gateway = IPAddress.Parse("10.0.0.2"), Weight = 3 }] },
        ["10.1.0.0/16 nhid 7"] = _ => Route.To("10.1.0.0/16") with { NexthopId = 7 },

        ["2001:db8:1::/48 via 2001:db8::2"] = _ => Route.To("2001:db8:1::/48") with { Gateway = IPAddress.Parse("2001:db8::2") },
        ["2001:db8:1::/48 via fe80::2 dev v0 metric 5 proto bgp"] = n => Route.To("2001:db8:1::/48") with
        {
            Gateway = IPAddress.Parse("fe80::2"),
            OutputInterface = n.V0,
            Priority = 5,
            Protocol = RouteProtocol.Bgp,
        },
        ["2001:db8:1::/48 dev v0 table 100000"] = n => Route.To("2001:db8:1::/48") with { OutputInterface = n.V0, Table = 100000 },
        ["2001:db8:1::1 dev v0 src 2001:db8::1"] = n => Route.To("2001:db8:1::1") with { OutputInterface = n.V0, PreferredSource = IPAddress.Parse("2001:db8::1") },
        ["default via fe80::2 dev v0"] = n => new Route { Gateway = IPAddress.Parse("fe80::2"), OutputInterface = n.V0 },
        ["default dev v1"] = n => new Route { Family = AddressFamily.InterNetworkV6, OutputInterface = n.V1 },
        ["blackhole 2001:db8:1::/48"] = _ => Route.To("2001:db8:1::/48") with { Type = RouteType.Blackhole },
        ["unreachable default metric 4000"] = _ => new Route { Family = AddressFamily.InterNetworkV6, Type = RouteType.Unreachable, Priority = 4000 },
        ["prohibit 2001:db8:1::/48"] = _ => Route.To("2001:db8:1::/48") with { Type = RouteType.Prohibit },
        ["throw 2001:db8:1::/48 table 100"] = _ => Route.To("2001:db8:1::/48") with { Type = RouteType.Throw, Table = 100 },
        ["local 2001:db8:1::1 dev v0"] = n => Route.To("2001:db8:1::1") with { Type = RouteType.Local, OutputInterface = n.V0 },
        ["anycast 2001:db8:1::1 dev v0"] = n => Route.To("2001:db8:1::1") with { Type = RouteType.Anycast, OutputInterface = n.V0 },
        ["multicast ff05::/16 dev v0"] = n => Route.To("ff05::/16") with { Type = RouteType.Multicast, OutputInterface = n.V0 },
        ["2001:db8:1::/48 via 2001:db8::2 pref high mtu 1400 hoplimit 9"] = _ => Route.To("2001:db8:1::/48") with
        {
            Gateway = IPAddress.Parse("2001:db8::2"),
            Preference = RoutePreference.High,
            Metrics = new RouteMetrics { Mtu = 1400, HopLimit = 9 },
        },
        ["2001:db8:1::/48 dev v0 expires 1000"] = n => Route.To("2001:db8:1::/48") with { OutputInterface = n.V0, ExpiresIn = TimeSpan.FromSeconds(1000) },
        ["2001:db8:1::/48 nexthop via 2001:db8::2 dev v0 weight 3 nexthop via fe80::2 dev v1"] = n => Route.To("2001:db8:1::/48") with
        {
            NextHops =
            [
                new NextHop { Gateway = IPAddress.Parse("2001:db8::2"), InterfaceIndex = n.V0, Weight = 3 },
                new NextHop { Gateway = IPAddress.Parse("fe80::2"), InterfaceIndex = n.V1 },
            ],
        },
        ["2001:db8:1::/48 nhid 8"] = _ => Route.To("2001:db8:1::/48") with { NexthopId = 8 },
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    public void Dispose()
    {
        foreach (Route route in network.ListedRoutes())
        {
            network.Routes.TryDelete(route);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_ip_makes_is_what_we_make(string arguments)
    {
        Route route = s_cases[arguments](network);
        string family = route.Family == AddressFamily.InterNetwork ? "-4" : "-6";
        string before = network.ShownRoutes();

        network.Ip($"{family} route add {arguments}");
        string shownOfTheirs = network.ShownRoutes();
        Route theirs = Assert.Single(network.ListedRoutes());
        Assert.Equal(route.Key, theirs.Key);
        Assert.True(network.Routes.Satisfies(theirs, route), $"{theirs} is not {route}.");
        Assert.Equal(EnsureResult.Unchanged, network.Routes.Ensure(route));

        network.Routes.Delete(theirs);
        Assert.Equal(before, network.ShownRoutes());

        network.Routes.Add(route);
        Assert.Equal(shownOfTheirs, network.ShownRoutes());
        Route ours = Assert.Single(network.ListedRoutes());
        Assert.Equal(Lasting(theirs), Lasting(ours));
        Assert.Equal(Lasting(ours), Lasting(network.Routes.TryGet(route)));

        // What is listed can be sent back, and what was wanted is deleted by what was said.
        network.Routes.Replace(ours);
        Assert.Equal(shownOfTheirs, network.ShownRoutes());
        Assert.Equal(EnsureResult.Unchanged, network.Routes.Ensure(ours));
        network.Routes.Delete(route);
        Assert.Equal(before, network.ShownRoutes());
        Assert.False(network.Routes.TryDelete(route));
        Assert.Null(network.Routes.TryGet(route));
        Assert.Equal(EnsureResult.Created, network.Routes.Ensure(route));
        network.Routes.Delete(route);
    }

    [Fact]
    public void An_encapsulation_that_we_do_not_know_goes_back_as_it_came()
    {
        network.Ip("-6 route add 2001:db8:1::/48 encap seg6 mode encap segs 2001:db8:9::1 dev v0");
        string shown = network.ShownRoutes();
        Route listed = Assert.Single(network.ListedRoutes());
        Assert.Equal(EncapsulationType.Seg6, listed.EncapsulationType);

        network.Routes.Delete(listed);
        network.Routes.Add(listed);

        Assert.Equal(shown, network.ShownRoutes());
        Assert.Equal(EnsureResult.Unchanged, network.Routes.Ensure(listed));
        network.Routes.Delete(listed);
    }

    private static Route? Lasting(Route? route) => route is null ? null : route with { CacheInfo = null };
}
