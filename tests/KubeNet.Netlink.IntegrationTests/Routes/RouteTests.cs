using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Routes;

public sealed class RouteTests : IDisposable
{
    private readonly RouteNetwork _network = new();

    private RouteOperations Routes => _network.Routes;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Each_listed_route_can_be_replaced_by_itself_and_deleted()
    {
        _network.Ip("route add default via 10.0.0.2");
        _network.Ip("-6 route add default via fe80::2 dev v1");
        _network.Ip("-6 route add 2001:db8:1::/48 nexthop via 2001:db8::2 nexthop via fe80::2 dev v1");
        List<Route> routes = Routes.List();
        Assert.Contains(routes, route => route.Destination == RoutePrefix.DefaultIPv6);
        Assert.Contains(routes, route => route.Destination?.ToString() == "fe80::/64");
        Assert.Equal(routes.Count, routes.Select(route => route.Key).Distinct().Count());

        // The kernel's own of IPv6 are per link, and its replacing looks at no link: Ensure does.
        foreach (Route route in routes)
        {
            Assert.True(Routes.Ensure(route) == EnsureResult.Unchanged, route.ToString());
            if (route.Family == AddressFamily.InterNetwork || route.Protocol != RouteProtocol.Kernel)
            {
                Routes.Replace(route);
            }
        }

        Assert.Equal(routes.Select(route => route.Key), Routes.List().Select(route => route.Key));

        // A gateway goes before the prefix that it is in.
        foreach (Route route in routes)
        {
            Routes.TryDelete(route);
        }

        Assert.Empty(Routes.List());
    }

    [Fact]
    public void A_hundred_thousand_routes_are_listed_seen_and_flushed()
    {
        const int Count = 100_000;
        NetlinkBatch batch = Routes.Connection.CreateBatch();
        for (int i = 0; i < Count; i++)
        {
            Routes.Add(batch, new Route
            {
                Destination = new IPNetwork(new IPAddress([(byte)(20 + (i >> 16)), (byte)(i >> 8), (byte)i, 0]), 24),
                Gateway = IPAddress.Parse("10.0.0.2"),
                Protocol = (RouteProtocol)80,
            });
        }

        Assert.Empty(batch.Execute().Failures);
        var filter = new RouteFilter { Family = AddressFamily.InterNetwork, Table = 254, Protocol = (RouteProtocol)80 };
        List<Route> routes = Routes.List(filter);
        Assert.Equal(Count, routes.Count);
        Assert.Equal(Count, routes.Select(route => route.Key).Distinct().Count());

        var counter = new Counter();
        Routes.Visit(filter, ref counter);
        Assert.Equal(Count, counter.Seen);

        // Once more, now that everything is compiled: a view makes no object of an item.
        long before = GC.GetAllocatedBytesForCurrentThread();
        Routes.Visit(filter, ref counter);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
        Assert.Equal(routes[^1], Routes.TryGet(routes[^1].Key));

        Assert.Equal(Count, Routes.Flush(filter));
        Assert.Empty(Routes.List(filter));
    }

    [Fact]
    public void A_filter_lets_through_what_it_names()
    {
        Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = _network.V0, Table = 100, Protocol = (RouteProtocol)80 });
        Routes.Add(Route.To("10.2.0.0/16") with { OutputInterface = _network.V1, Protocol = (RouteProtocol)80 });
        Routes.Add(Route.To("10.3.0.0/16") with { Type = RouteType.Blackhole, Protocol = (RouteProtocol)81 });

        Assert.Equal("10.1.0.0/16", Assert.Single(Routes.List(new RouteFilter { Table = 100 })).Destination.ToString());
        Assert.Equal("10.2.0.0/16", Assert.Single(Routes.List(new RouteFilter { OutputInterface = _network.V1, Protocol = (RouteProtocol)80 })).Destination.ToString());
        Assert.Equal("10.3.0.0/16", Assert.Single(Routes.List(new RouteFilter { Type = RouteType.Blackhole })).Destination.ToString());
        Assert.Empty(Routes.List(new RouteFilter { Table = 4711, Family = AddressFamily.InterNetwork }));
        Assert.Equal(2, Routes.Flush(new RouteFilter { Protocol = (RouteProtocol)80 }));
    }

    [Fact]
    public void A_look_up_tells_the_way_of_a_packet()
    {
        Routes.Add(Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2") });
        Routes.Add(Route.To("10.2.0.0/16") with { Type = RouteType.Prohibit });

        Route way = Routes.Lookup(IPAddress.Parse("10.1.2.3"));
        Assert.Equal(IPAddress.Parse("10.0.0.2"), way.Gateway);
        Assert.Equal(_network.V0, way.OutputInterface);
        Assert.Equal(IPAddress.Parse("10.0.0.1"), way.PreferredSource);
        Route match = Routes.Lookup(new RouteLookup(IPAddress.Parse("10.1.2.3")) { FibMatch = true });
        Assert.Equal("10.1.0.0/16", match.Destination.ToString());
        Assert.Equal(_network.V0, Routes.Lookup(IPAddress.Parse("2001:db8::77")).OutputInterface);
        Assert.Equal(LinuxError.EACCES, Assert.Throws<NetlinkException>(() => Routes.Lookup(IPAddress.Parse("10.2.0.1"))).Error);
        Assert.Equal(LinuxError.ENETUNREACH, Assert.Throws<NetlinkException>(() => Routes.Lookup(IPAddress.Parse("172.16.0.1"))).Error);
        Assert.Null(Routes.TryLookup(new RouteLookup(IPAddress.Parse("172.16.0.1"))));
    }

    [Fact]
    public void A_route_that_another_hides_is_found_all_the_same()
    {
        Route hidden = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2"), Priority = 20 };
        Routes.Add(hidden);
        Routes.Add(hidden with { Priority = 10 });
        Routes.Add(Route.To("10.1.0.0/24") with { Type = RouteType.Blackhole });

        Assert.Equal(20u, Routes.TryGet(hidden)?.Priority);
        Assert.Null(Routes.TryGet(hidden with { Priority = 30 }));
        Assert.Null(Routes.TryGet(hidden with { Table = 4711 }));
    }

    [Fact]
    public void Ensure_changes_what_differs()
    {
        Route route = Route.To("2001:db8:1::/48") with { Gateway = IPAddress.Parse("2001:db8::2") };
        Route several = Route.To("2001:db8:1::/48") with
        {
            NextHops = [new NextHop { Gateway = IPAddress.Parse("2001:db8::3") }, new NextHop { Gateway = IPAddress.Parse("2001:db8:9::2") }],
        };

        Assert.Equal(EnsureResult.Created, Routes.Ensure(route));
        Assert.Equal(EnsureResult.Changed, Routes.Ensure(several));
        Assert.Equal(EnsureResult.Unchanged, Routes.Ensure(several));
        Assert.Equal(2, Routes.TryGet(several)?.NextHops.Count);
        Assert.Equal(EnsureResult.Changed, Routes.Ensure(route));
        Assert.Equal(EnsureResult.Unchanged, Routes.Ensure(route));
        Assert.Empty(Routes.TryGet(route)!.NextHops);
        Assert.Equal(EnsureResult.Changed, Routes.Ensure(route with { Type = RouteType.Blackhole, Gateway = null }));
    }

    [Fact]
    public void Appended_routes_come_after_each_other()
    {
        Route first = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2") };
        Route second = first with { Gateway = IPAddress.Parse("10.0.0.3") };
        Routes.Add(first);
        Routes.Append(second);
        Assert.Equal(first.Gateway, Routes.TryGet(first)?.Gateway);
        Routes.Delete(second);
        Assert.Equal(first.Gateway, Routes.TryGet(first)?.Gateway);
        Routes.Append(second);
        Routes.Delete(first);
        Assert.Equal(second.Gateway, Routes.TryGet(first)?.Gateway);
    }

    [Fact]
    public async Task A_watch_tells_of_routes_that_go_silently_with_their_link()
    {
        Route route = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2") };
        Routes.Add(route);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (Change<Route> change in Routes.WatchAsync(cancellationToken: deadline.Token))
        {
            if (change.Kind == ChangeKind.Synchronized)
            {
                _network.Ip("link set v0 down");
            }
            else if (change.Kind == ChangeKind.Removed && change.Previous?.Key == route.Key)
            {
                break;
            }
        }

        Assert.Null(Routes.TryGet(route));
    }

    [Fact]
    public void Errors_say_what_is_wrong()
    {
        Route route = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("192.0.2.1") };
        NetlinkException unreachable = Assert.Throws<NetlinkException>(() => Routes.Add(route));
        Assert.Equal(LinuxError.ENETUNREACH, unreachable.Error);
        Assert.Equal("Nexthop has invalid gateway", unreachable.KernelMessage);
        Assert.Contains("add route 10.1.0.0/16 via 192.0.2.1", unreachable.Message, StringComparison.Ordinal);

        NetlinkException unknown = Assert.Throws<NetlinkException>(() => Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = 4711 }));
        Assert.Equal(LinuxError.ENODEV, unknown.Error);

        NetlinkException metric = Assert.Throws<NetlinkException>(() => Routes.Add(Route.To("10.1.0.0/16") with
        {
            OutputInterface = _network.V0,
            Metrics = new RouteMetrics { CongestionControl = "nonesuch" },
        }));
        Assert.Equal(LinuxError.EINVAL, metric.Error);

        Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = _network.V0 });
        Assert.Equal(LinuxError.EEXIST, Assert.Throws<NetlinkException>(() => Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = _network.V1 })).Error);
        Assert.False(Routes.TryAdd(Route.To("10.1.0.0/16") with { OutputInterface = _network.V1 }));
        Assert.Equal(LinuxError.ESRCH, Assert.Throws<NetlinkException>(() => Routes.Delete(Route.To("10.2.0.0/16"))).Error);
    }

    private struct Counter : INetlinkVisitor
    {
        public int Seen { get; private set; }

        public void Begin() => Seen = 0;

        public bool Visit(in NetlinkMessage message)
        {
            var view = new RouteView(message);
            Seen += view is { Family: AddressFamily.InterNetwork, DestinationLength: 24, Table: 254 } && view.DestinationIPv4 >> 24 >= 20 ? 1 : 0;
            return true;
        }
    }
}
