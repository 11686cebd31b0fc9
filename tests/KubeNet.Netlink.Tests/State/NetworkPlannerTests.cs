using System.Diagnostics;
using System.Net;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.State;

namespace KubeNet.Netlink.Tests.State;

public sealed class NetworkPlannerTests
{
    private static readonly StateOwner s_owner = new("agent", 201);
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:02");

    [Fact]
    public void Nothing_wanted_and_nothing_there_is_nothing_to_do()
    {
        NetworkPlan plan = NetworkPlanner.Plan(new NetworkState(s_owner), new NetworkSnapshot());
        Assert.True(plan.IsEmpty);
        Assert.Equal("(no changes)", plan.ToString());
    }

    [Fact]
    public void All_is_made_in_the_order_of_need_and_told_line_by_line()
    {
        Assert.Equal(
            """
            + link vx type vxlan id 7 dstport 4789 link eth0 mtu 1450 up
            + address 10.244.1.0/32 dev vx
            + neighbour 10.244.2.0 dev vx lladdr 02:00:00:00:00:02
            + fdb 02:00:00:00:00:02 dev vx self dst 192.0.2.2
            + route 10.244.2.0/24 via 10.244.2.0 dev vx onlink
            """,
            NetworkPlanner.Plan(Overlay(), new NetworkSnapshot()).ToString());
    }

    [Fact]
    public void What_is_there_as_wanted_is_left_alone() => Assert.True(NetworkPlanner.Plan(Overlay(), Reported(Overlay())).IsEmpty);

    [Fact]
    public void What_differs_is_replaced_and_what_is_not_wanted_goes_last_in_the_opposite_order()
    {
        NetworkSnapshot there = Reported(Overlay()) with
        {
            Routes = [Route("10.244.2.0/24", "10.244.9.9"), Route("10.244.3.0/24", "10.244.3.0")],
            Neighbors = [Neighbor("10.244.2.0"), Neighbor("10.244.3.0")],
            FdbEntries = [Entry(s_mac, "192.0.2.9"), Entry(MacAddress.Parse("02:00:00:00:00:03"), "192.0.2.3")],
        };

        Assert.Equal(
            """
            ~ fdb 02:00:00:00:00:02 dev vx self dst 192.0.2.9 → dst 192.0.2.2
            ~ route 10.244.2.0/24 via 10.244.9.9 dev vx onlink → via 10.244.2.0 dev vx onlink
            - route 10.244.3.0/24 via 10.244.3.0 dev vx onlink
            - fdb 02:00:00:00:00:03 dev vx self dst 192.0.2.3
            - neighbour 10.244.3.0 dev vx lladdr 02:00:00:00:00:02
            """,
            NetworkPlanner.Plan(Overlay(), there).ToString());
    }

    [Fact]
    public void The_empty_state_removes_all_that_is_the_owners()
    {
        Assert.Equal(
            """
            - route 10.244.2.0/24 via 10.244.2.0 dev vx onlink
            - link vx type vxlan id 7 dstport 4789 link eth0 mtu 1450 up
            """,
            NetworkPlanner.Plan(Overlay().Emptied(), Reported(Overlay())).ToString());
    }

    [Fact]
    public void A_link_changes_by_what_differs_alone()
    {
        NetworkState wanted = Overlay();
        wanted = wanted with { Links = [wanted.Links[0] with { Link = wanted.Links[0].Link with { Mtu = 1400 } }] };

        Assert.Equal("~ link vx mtu 1450 → 1400", NetworkPlanner.Plan(wanted, Reported(Overlay())).ToString());
    }

    [Fact]
    public void A_link_that_cannot_become_what_is_wanted_is_made_anew_with_all_that_hangs_on_it()
    {
        NetworkState wanted = Overlay();
        wanted = wanted with { Links = [Vxlan(8)] };

        Assert.Equal(
            """
            - link vx type vxlan id 7 dstport 4789 link eth0 mtu 1450 up
            + link vx type vxlan id 8 dstport 4789 link eth0 mtu 1450 up
            + address 10.244.1.0/32 dev vx
            + neighbour 10.244.2.0 dev vx lladdr 02:00:00:00:00:02
            + fdb 02:00:00:00:00:02 dev vx self dst 192.0.2.2
            + route 10.244.2.0/24 via 10.244.2.0 dev vx onlink
            """,
            NetworkPlanner.Plan(wanted, Reported(Overlay())).ToString());
    }

    [Fact]
    public void A_device_of_the_same_identifier_under_another_name_goes_first()
    {
        var wanted = new NetworkState(s_owner) { Links = [Vxlan(7, "vy")] };

        string[] lines = NetworkPlanner.Plan(wanted, Reported(Overlay())).ToString().Split('\n');

        Assert.StartsWith("- link vx ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("+ link vy ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_made_after_those_that_they_stand_on_and_removed_before()
    {
        StateLink bridge = new(new Link { Name = "a-bridge", Kind = new BridgeLink() });
        StateLink port = new(new Link { Name = "b-port", Kind = new MacvlanLink() }) { Parent = "z-below", Master = "a-bridge" };
        StateLink below = new(new Link { Name = "z-below", Kind = new BridgeLink() });
        var wanted = new NetworkState(s_owner) { Links = [port, bridge, below] };

        Assert.Equal(["z-below", "a-bridge", "b-port"], Names(NetworkPlanner.Plan(wanted, new NetworkSnapshot())));
        Assert.Equal(["b-port", "a-bridge", "z-below"], Names(NetworkPlanner.Plan(wanted.Emptied(), Reported(wanted))));
    }

    [Fact]
    public void A_circle_of_links_is_refused()
    {
        var wanted = new NetworkState(s_owner)
        {
            Links =
            [
                new StateLink(new Link { Name = "a" }) { Parent = "b" },
                new StateLink(new Link { Name = "b" }) { Parent = "a" },
            ],
        };

        Assert.Contains("above itself", Refused(wanted).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_of_someone_else_is_a_conflict_that_names_both_unless_it_is_adopted()
    {
        NetworkSnapshot there = Reported(Overlay());
        there = there with { Links = [there.Links[0] with { Link = there.Links[0].Link with { Alias = "flannel" } }] };

        var e = Assert.Throws<StateConflictException>(() => NetworkPlanner.Plan(Overlay(), there));

        Assert.Contains("'agent' wants link vx type vxlan", e.Message, StringComparison.Ordinal);
        Assert.Contains("its alias is 'flannel'", e.Message, StringComparison.Ordinal);
        Assert.Equal("~ link vx alias flannel → kubenet:agent", NetworkPlanner.Plan(Overlay() with { AdoptsExisting = true }, there).ToString());
    }

    [Fact]
    public void A_route_of_someone_else_is_a_conflict_that_names_both_unless_it_is_adopted()
    {
        StateRoute foreign = Route("10.244.2.0/24", "10.0.0.9");
        foreign = foreign with { Route = foreign.Route with { Protocol = RouteProtocol.Bird } };
        NetworkSnapshot there = Reported(Overlay()) with { Routes = [], ForeignRoutes = [foreign] };

        var e = Assert.Throws<StateConflictException>(() => NetworkPlanner.Plan(Overlay(), there));

        Assert.Contains("via 10.244.2.0 dev vx", e.Message, StringComparison.Ordinal);
        Assert.Contains("via 10.0.0.9 dev vx", e.Message, StringComparison.Ordinal);
        Assert.Contains("protocol 12", e.Message, StringComparison.Ordinal);
        Assert.Equal(
            "~ route 10.244.2.0/24 via 10.0.0.9 dev vx onlink → via 10.244.2.0 dev vx onlink",
            NetworkPlanner.Plan(Overlay() with { AdoptsExisting = true }, there).ToString());
    }

    [Fact]
    public void Addresses_that_the_kernel_gave_itself_stay()
    {
        NetworkSnapshot there = Reported(Overlay());
        there = there with
        {
            Addresses =
            [
                .. there.Addresses.AsSpan(),
                Address("fe80::1/64"), Address("127.0.0.1/8"),
                new StateAddress("vx", new Address { Local = InterfaceAddress.Parse("2001:db8::5/64"), ValidLifetime = TimeSpan.FromHours(1) }),
                Address("10.9.9.9/32"),
            ],
        };

        Assert.Equal("- address 10.9.9.9/32 dev vx", NetworkPlanner.Plan(Overlay(), there).ToString());
    }

    [Fact]
    public void Several_ways_are_compared_without_their_order()
    {
        var wanted = new NetworkState(s_owner) { Routes = [Ways("10.0.0.2", "10.0.0.3")] };

        Assert.True(NetworkPlanner.Plan(wanted, new NetworkSnapshot { Routes = [Owned(Ways("10.0.0.3", "10.0.0.2"))] }).IsEmpty);
        Assert.Equal(
            "~ route 10.1.0.0/16 nexthop via 10.0.0.3 dev eth0 nexthop via 10.0.0.4 dev eth0 → nexthop via 10.0.0.2 dev eth0 nexthop via 10.0.0.3 dev eth0",
            NetworkPlanner.Plan(wanted, new NetworkSnapshot { Routes = [Owned(Ways("10.0.0.3", "10.0.0.4"))] }).ToString());
    }

    [Fact]
    public void One_way_of_several_is_the_same_as_a_gateway()
    {
        var wanted = new NetworkState(s_owner) { Routes = [Ways("10.0.0.2")] };
        StateRoute actual = new(new Route { Destination = IPNetwork.Parse("10.1.0.0/16"), Gateway = IPAddress.Parse("10.0.0.2") }, "eth0");

        Assert.True(NetworkPlanner.Plan(wanted, new NetworkSnapshot { Routes = [Owned(actual)] }).IsEmpty);
    }

    [Fact]
    public void What_a_route_does_not_state_it_shall_not_have()
    {
        StateRoute stated = new(new Route { Destination = IPNetwork.Parse("10.1.0.0/16"), Gateway = IPAddress.Parse("10.0.0.2") }, "eth0");
        StateRoute actual = stated with { Route = stated.Route with { PreferredSource = IPAddress.Parse("10.0.0.1") } };

        Assert.False(NetworkPlanner.Plan(new NetworkState(s_owner) { Routes = [stated] }, new NetworkSnapshot { Routes = [Owned(actual)] }).IsEmpty);
    }

    public static TheoryData<string, NetworkState> Contradictions => new()
    {
        { "route 10.1.0.0/16 is stated twice", new NetworkState(s_owner) { Routes = [Ways("10.0.0.2"), Ways("10.0.0.3")] } },
        { "link vx is stated twice", new NetworkState(s_owner) { Links = [Vxlan(1), Vxlan(2)] } },
        { "neither makes nor manages: add 'vx'", new NetworkState(s_owner) { Addresses = [Address("10.0.0.1/32")] } },
        { "neither makes nor manages: add 'vx'", new NetworkState(s_owner) { Neighbors = [Neighbor("10.0.0.1")] } },
        { "states protocol 4", new NetworkState(s_owner) { Routes = [new(new Route { Destination = IPNetwork.Parse("10.0.0.0/8"), Protocol = RouteProtocol.Static }, "eth0")] } },
        { "states table 5", new NetworkState(s_owner with { RouteTable = 9 }) { Routes = [new(new Route { Destination = IPNetwork.Parse("10.0.0.0/8"), Table = 5 }, "eth0")] } },
        { "by index", new NetworkState(s_owner) { Routes = [new(new Route { Destination = IPNetwork.Parse("10.0.0.0/8"), OutputInterface = 5 })] } },
        { "needs a name", new NetworkState(s_owner) { Links = [new(new Link())] } },
        { "'a/b' cannot name an interface", new NetworkState(s_owner) { Links = [new(new Link { Name = "a/b" })] } },
        { "is the owner's mark", new NetworkState(s_owner) { Links = [new(new Link { Name = "a", Alias = "mine" })] } },
        { "neither permanent nor a proxy", new NetworkState(s_owner) { ManagedInterfaces = ["vx"], Neighbors = [new("vx", new Neighbor { Destination = IPAddress.Loopback, State = NeighborState.Reachable })] } },
        { "neither permanent with a destination nor static", new NetworkState(s_owner) { ManagedInterfaces = ["vx"], FdbEntries = [new("vx", new FdbEntry { MacAddress = s_mac, State = FdbState.Dynamic })] } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_state_that_contradicts_itself_is_refused(string words, NetworkState state) =>
        Assert.Contains(words, Refused(state).Message, StringComparison.Ordinal);

    [Fact]
    public void An_owner_is_checked()
    {
        Assert.Throws<ArgumentException>(() => new StateOwner("", 201));
        Assert.Throws<ArgumentException>(() => new StateOwner(new string('x', 248), 201));
        Assert.Contains("choose 5 to 255", Assert.Throws<ArgumentOutOfRangeException>(() => new StateOwner("a", 4)).Message, StringComparison.Ordinal);
        Assert.Equal("kubenet:a", new StateOwner("a", 5).LinkMark);
    }

    [Fact]
    public void Ten_thousand_routes_are_compared_in_a_moment()
    {
        StateRoute[] routes = [.. Enumerable.Range(0, 10_000).Select(i => Route($"10.{i / 250}.{i % 250}.0/24", "10.244.2.0"))];
        var wanted = new NetworkState(s_owner) { Routes = NetlinkList.Create<StateRoute>(routes) };
        var there = new NetworkSnapshot { Routes = NetlinkList.From(routes.Skip(1).Select(Owned)) };
        NetworkPlanner.Plan(wanted, there);

        long start = Stopwatch.GetTimestamp();
        NetworkPlan plan = NetworkPlanner.Plan(wanted, there);

        Assert.Equal("+ route 10.0.0.0/24 via 10.244.2.0 dev vx onlink", plan.ToString());
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_step_turned_round_takes_it_back()
    {
        NetworkPlan plan = NetworkPlanner.Plan(Overlay(), new NetworkSnapshot());
        foreach (NetworkStep step in plan.Steps)
        {
            Assert.Equal(StepKind.Create, step.Kind);
            Assert.Equal(StepKind.Remove, step.Inverse().Kind);
            Assert.Equal(step, step.Inverse().Inverse());
        }
    }

    private static ArgumentException Refused(NetworkState state) =>
        Assert.ThrowsAny<ArgumentException>(() => NetworkPlanner.Plan(state, new NetworkSnapshot()));

    private static IEnumerable<string> Names(NetworkPlan plan) => plan.Steps.Select(step => ((StateLink)step.Object).Name);

    private static NetworkState Overlay() => new(s_owner)
    {
        Links = [Vxlan(7)],
        Addresses = [Address("10.244.1.0/32")],
        Neighbors = [Neighbor("10.244.2.0")],
        FdbEntries = [Entry(s_mac, "192.0.2.2")],
        Routes = [Route("10.244.2.0/24", "10.244.2.0")],
    };

    private static StateLink Vxlan(uint vni, string name = "vx") => new(new Link
    {
        Name = name,
        Kind = new VxlanLink { Vni = new Vni(vni), Port = 4789 },
        Mtu = 1450,
        IsUp = true,
    })
    {
        Parent = "eth0",
    };

    private static StateAddress Address(string text) => new("vx", new Address { Local = InterfaceAddress.Parse(text) });

    private static StateNeighbor Neighbor(string address) => new("vx", new Neighbor { Destination = IPAddress.Parse(address), LinkLayerAddress = s_mac });

    private static StateFdbEntry Entry(MacAddress mac, string destination) =>
        new("vx", new FdbEntry { MacAddress = mac, Destination = IPAddress.Parse(destination) });

    private static StateRoute Route(string destination, string gateway) =>
        new(new Route { Destination = IPNetwork.Parse(destination), Gateway = IPAddress.Parse(gateway), IsOnLink = true }, "vx");

    private static StateRoute Ways(params string[] gateways) => new(new Route { Destination = IPNetwork.Parse("10.1.0.0/16") })
    {
        NextHops = NetlinkList.From(gateways.Select(gateway => new StateNextHop(new NextHop { Gateway = IPAddress.Parse(gateway) }, "eth0"))),
    };

    private static StateRoute Owned(StateRoute route) => route with { Route = route.Route with { Protocol = (RouteProtocol)201, Table = 254 } };

    /// <summary>What the kernel would report of a state.</summary>
    private static NetworkSnapshot Reported(NetworkState state)
    {
        int index = 10;
        return new NetworkSnapshot
        {
            Links = NetlinkList.From(state.Links.Select(link => link with
            {
                Link = link.Link with { Index = index++, Alias = s_owner.LinkMark, OperationalState = OperationalState.Up, IsUp = link.Link.IsUp },
            })),
            Addresses = state.Addresses,
            Neighbors = state.Neighbors,
            FdbEntries = state.FdbEntries,
            Routes = NetlinkList.From(state.Routes.Select(Owned)),
        };
    }
}
