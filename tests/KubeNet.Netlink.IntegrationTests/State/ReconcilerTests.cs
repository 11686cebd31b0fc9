using System.Net;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.State;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.State;

public sealed class ReconcilerTests : IDisposable
{
    private readonly StateNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_state_is_made_and_a_second_time_nothing_is_done()
    {
        NetworkPlan plan = _network.Reconciler.Plan(Overlay());
        Assert.Empty(_network.Run("ip", "-o link show type vxlan"));

        Assert.Equal(plan.ToString(), _network.Reconciler.Apply(Overlay()).ToString());

        Assert.Contains("alias kubenet:test", _network.Run("ip", "link show vx"), StringComparison.Ordinal);
        Assert.Contains("10.244.2.0/24 via 10.244.2.0 dev vx proto 201 onlink", Words("ip", "route"), StringComparison.Ordinal);
        Assert.Contains("2001:db8:2::/64 via 2001:db8:2:: dev vx proto 201 metric 1024 onlink", Words("ip", "-6 route"), StringComparison.Ordinal);
        Assert.Contains("10.244.2.0 dev vx lladdr 02:00:00:00:00:02 PERMANENT", _network.Run("ip", "neigh"), StringComparison.Ordinal);
        Assert.Contains("02:00:00:00:00:02 dev vx dst 192.0.2.2 self permanent", _network.Run("bridge", "fdb"), StringComparison.Ordinal);
        Assert.Equal(0, _network.CountNotifications(() => Assert.True(_network.Reconciler.Apply(Overlay()).IsEmpty)));
    }

    [Fact]
    public void What_is_no_longer_wanted_goes_and_what_others_have_stays()
    {
        _network.Reconciler.Apply(Overlay(2, 3));
        _network.Run("ip", "route add 10.9.0.0/16 via 192.0.2.9");
        _network.Run("ip", "neigh add 192.0.2.77 lladdr 02:00:00:00:00:77 dev eth0 nud permanent");
        string others = _network.Show();
        _network.Reconciler.Apply(Overlay(2));

        string left = _network.Show();
        Assert.DoesNotContain("10.244.3.0", left, StringComparison.Ordinal);
        Assert.DoesNotContain("02:00:00:00:00:03", left, StringComparison.Ordinal);
        Assert.Contains("10.244.2.0/24", left, StringComparison.Ordinal);

        _network.Reconciler.Apply(Overlay(2, 3));
        Assert.Equal(Sorted(others), Sorted(_network.Show()));

        _network.Reconciler.Apply(Overlay().Emptied());
        left = _network.Show();
        Assert.DoesNotContain("vx", left, StringComparison.Ordinal);
        Assert.DoesNotContain("proto 201", left, StringComparison.Ordinal);
        Assert.Contains("10.9.0.0/16 via 192.0.2.9", left, StringComparison.Ordinal);
        Assert.Contains("192.0.2.77", left, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_does_only_what_differs()
    {
        _network.Reconciler.Apply(Overlay(2, 3));

        // One neighbour, one FDB entry, two routes with their family each.
        Assert.Equal(5, _network.Reconciler.Apply(Overlay(2, 3, 4)).Steps.Count);
        Assert.Equal(5, _network.Reconciler.Apply(Overlay(2, 4)).Steps.Count);
    }

    [Fact]
    public void What_a_change_of_the_link_flushes_is_there_again()
    {
        _network.Reconciler.Apply(Overlay());
        NetworkState wanted = Overlay();
        StateLink link = wanted.Links[0];
        wanted = wanted with { Links = [link with { Link = link.Link with { Mtu = 1400, Address = MacAddress.Parse("02:00:00:00:00:0a") } }] };

        NetworkPlan done = _network.Reconciler.Apply(wanted);

        Assert.StartsWith("~ link vx mtu 1450 → 1400, address 02:00:00:00:00:01 → 02:00:00:00:00:0a", done.ToString(), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
        Assert.Contains("10.244.2.0 dev vx lladdr 02:00:00:00:00:02 PERMANENT", _network.Run("ip", "neigh"), StringComparison.Ordinal);
        Assert.Contains("2001:db8:2:: dev vx", _network.Run("ip", "-6 neigh"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1279)]
    [InlineData(1000)]
    public void An_mtu_with_which_IPv6_goes_is_noticed_when_it_comes_back(int mtu)
    {
        _network.Reconciler.Apply(Overlay());
        _network.Run("ip", $"link set vx mtu {mtu}");
        Assert.DoesNotContain("2001:db8:2::/64", _network.Run("ip", "-6 route"), StringComparison.Ordinal);

        _network.Reconciler.Apply(Overlay());

        Assert.Contains("2001:db8:2::/64", _network.Run("ip", "-6 route"), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Apply(Overlay()).IsEmpty);
    }

    [Fact]
    public void A_link_is_made_anew_for_another_identifier_and_everything_on_it()
    {
        _network.Reconciler.Apply(Overlay());
        NetworkState wanted = Overlay();
        wanted = wanted with { Links = [Vxlan(8)] };

        _network.Reconciler.Apply(wanted);

        Assert.Contains("vxlan id 8", _network.Run("ip", "-d link show vx"), StringComparison.Ordinal);
        Assert.Contains("10.244.2.0/24", _network.Run("ip", "route"), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
    }

    [Fact]
    public void A_device_takes_over_the_identifier_of_one_that_is_no_longer_wanted()
    {
        _network.Reconciler.Apply(new NetworkState(StateNetwork.Owner) { Links = [Vxlan(7)] });

        _network.Reconciler.Apply(new NetworkState(StateNetwork.Owner) { Links = [Vxlan(7, "vy")] });

        Assert.Contains("vy", _network.Run("ip", "-o link show type vxlan"), StringComparison.Ordinal);
        Assert.DoesNotContain("vx:", _network.Run("ip", "-o link show type vxlan"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_below_another_is_made_first_and_removed_last()
    {
        var wanted = new NetworkState(StateNetwork.Owner)
        {
            Links =
            [
                new StateLink(new Link { Name = "top", Kind = new MacvlanLink { Mode = MacvlanMode.Bridge }, IsUp = true }) { Parent = "below" },
                new StateLink(new Link { Name = "below", Kind = new VethLink { Peer = new Link { Name = "belowpeer" } }, IsUp = true }) { Master = "br" },
                new StateLink(new Link { Name = "br", Kind = new BridgeLink(), IsUp = true }),
            ],
        };

        // A port of a bridge cannot have macvlans: the failure is taken back with the links before it.
        string before = _network.Show();
        var e = Assert.Throws<NetworkStateException>(() => _network.Reconciler.Apply(wanted));
        Assert.True(e.IsRolledBack, e.Message);
        Assert.Equal(Sorted(before), Sorted(_network.Show()));

        wanted = wanted with { Links = [wanted.Links[0], wanted.Links[1] with { Master = null }, wanted.Links[2]] };
        _network.Reconciler.Apply(wanted);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
        _network.Reconciler.Apply(wanted.Emptied());
        Assert.Equal(Sorted(before), Sorted(_network.Show()));
    }

    [Fact]
    public void A_failure_in_the_middle_takes_back_everything_before_it()
    {
        _network.Reconciler.Apply(Overlay(2, 3));
        string before = _network.Show();
        NetworkState wanted = Overlay(3, 4);
        StateLink link = wanted.Links[0];
        wanted = wanted with
        {
            Links = [link with { Link = link.Link with { Mtu = 1400, Address = MacAddress.Parse("02:00:00:00:00:0a") } }],
            Routes = [.. wanted.Routes.AsSpan(), Route("10.66.0.0/16", "203.0.113.1", isOnLink: false)],
        };

        var e = Assert.Throws<NetworkStateException>(() => _network.Reconciler.Apply(wanted));

        Assert.Equal("+ route 10.66.0.0/16 via 203.0.113.1 dev vx", e.Step?.ToString());
        Assert.Equal(LinuxError.ENETUNREACH, Assert.IsType<NetlinkException>(e.InnerException).Error);
        Assert.True(e.IsRolledBack, e.Message);
        Assert.Contains("What had been done was taken back.", e.Message, StringComparison.Ordinal);
        Assert.Equal(Sorted(before), Sorted(_network.Show()));
    }

    [Fact]
    public void A_failure_after_a_link_was_made_anew_brings_the_former_one_back()
    {
        _network.Reconciler.Apply(Overlay(2, 3));
        string before = WithoutIndexes(_network.Show());
        NetworkState wanted = Overlay(2);
        wanted = wanted with { Links = [Vxlan(9)], Routes = [Route("10.66.0.0/16", "203.0.113.1", isOnLink: false)] };

        var e = Assert.Throws<NetworkStateException>(() => _network.Reconciler.Apply(wanted));

        Assert.True(e.IsRolledBack, e.Message);
        Assert.Equal(Sorted(before), Sorted(WithoutIndexes(_network.Show())));
        Assert.True(_network.Reconciler.Apply(Overlay(2, 3)).IsEmpty);
    }

    [Fact]
    public void An_interface_that_is_missing_is_named_and_nothing_is_left()
    {
        string before = _network.Show();
        NetworkState wanted = Overlay() with
        {
            Routes = [new StateRoute(new Route { Destination = IPNetwork.Parse("10.5.0.0/16") }, "nowhere")],
        };

        var e = Assert.Throws<NetworkStateException>(() => _network.Reconciler.Apply(wanted));

        Assert.Contains("There is no interface 'nowhere'", e.Message, StringComparison.Ordinal);
        Assert.Equal(Sorted(before), Sorted(_network.Show()));
    }

    [Fact]
    public void A_link_of_someone_else_is_not_touched()
    {
        _network.Run("ip", "link add vx type vxlan id 99 dstport 4789");
        string before = _network.Show();

        var e = Assert.Throws<StateConflictException>(() => _network.Reconciler.Apply(Overlay()));

        Assert.Contains("'test' wants link vx", e.Message, StringComparison.Ordinal);
        Assert.Equal(Sorted(before), Sorted(_network.Show()));
        _network.Reconciler.Apply(Overlay() with { AdoptsExisting = true });
        Assert.Contains("vxlan id 7", _network.Run("ip", "-d link show vx"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_of_someone_else_is_not_touched_unless_it_is_adopted()
    {
        _network.Run("ip", "route add 10.8.0.0/16 via 192.0.2.9 proto bird");
        var wanted = new NetworkState(StateNetwork.Owner) { Routes = [new(new Route { Destination = IPNetwork.Parse("10.8.0.0/16"), Gateway = IPAddress.Parse("192.0.2.8") })] };

        var e = Assert.Throws<StateConflictException>(() => _network.Reconciler.Apply(wanted));
        Assert.Contains("via 192.0.2.9 dev eth0", e.Message, StringComparison.Ordinal);
        Assert.Contains("protocol 12", e.Message, StringComparison.Ordinal);

        Assert.Single(_network.Reconciler.Apply(wanted with { AdoptsExisting = true }).Steps);
        Assert.Contains("10.8.0.0/16 via 192.0.2.8 dev eth0 proto 201", Words("ip", "route"), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
    }

    [Fact]
    public void A_route_of_the_same_destination_with_another_metric_or_table_is_no_conflict()
    {
        _network.Run("ip", "route add 10.8.0.0/16 via 192.0.2.9");
        var wanted = new NetworkState(StateNetwork.Owner)
        {
            Routes =
            [
                new(new Route { Destination = IPNetwork.Parse("10.8.0.0/16"), Gateway = IPAddress.Parse("192.0.2.8"), Priority = 50 }),
                new(new Route { Destination = IPNetwork.Parse("10.8.0.0/16"), Gateway = IPAddress.Parse("192.0.2.8"), Table = 1000 }),
            ],
        };

        Assert.Equal(2, _network.Reconciler.Apply(wanted).Steps.Count);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
    }

    [Fact]
    public void Managed_interfaces_are_kept_and_their_links_left_alone()
    {
        _network.Run("ip", "neigh add 192.0.2.50 lladdr 02:00:00:00:00:50 dev eth0 nud permanent");
        var wanted = new NetworkState(StateNetwork.Owner)
        {
            ManagedInterfaces = ["eth0"],
            Addresses = [Address("eth0", "192.0.2.1/24"), Address("eth0", "2001:db8::1/64"), Address("eth0", "198.51.100.1/24")],
            Neighbors = [new("eth0", new Neighbor { Destination = IPAddress.Parse("192.0.2.51"), LinkLayerAddress = Mac(51) })],
        };

        Assert.Equal(
            """
            + address 198.51.100.1/24 dev eth0
            + neighbour 192.0.2.51 dev eth0 lladdr 02:00:00:00:00:33
            - neighbour 192.0.2.50 dev eth0 lladdr 02:00:00:00:00:50
            """,
            _network.Reconciler.Apply(wanted).ToString());
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
    }

    [Fact]
    public void Routes_that_go_with_a_removed_address_are_there_again()
    {
        NetworkState With(params string[] addresses) => new(StateNetwork.Owner)
        {
            Links = [Vxlan(7)],
            Addresses = NetlinkList.From(addresses.Select(address => Address("vx", address))),
            Routes = [new(new Route { Destination = IPNetwork.Parse("10.77.0.0/16"), Gateway = IPAddress.Parse("10.70.0.9") }, "vx")],
        };
        _network.Reconciler.Apply(With("10.70.0.1/24"));

        // The label cannot be changed in place: the address is made anew, and for a moment the device has none.
        NetworkState wanted = With("10.70.0.1/24");
        wanted = wanted with { Addresses = [new("vx", wanted.Addresses[0].Address with { Label = "vx:1" })] };
        _network.Reconciler.Apply(wanted);

        Assert.Contains("10.77.0.0/16 via 10.70.0.9", _network.Run("ip", "route"), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
    }

    [Fact]
    public void An_IPv6_route_moves_to_a_gateway_to_which_it_leads_itself()
    {
        NetworkState tunnelled = Overlay();
        NetworkState direct = tunnelled with
        {
            Routes = [.. tunnelled.Routes.AsSpan()[..1], new(new Route { Destination = IPNetwork.Parse("2001:db8:2::/64"), Gateway = IPAddress.Parse("2001:db8::2") }, "eth0")],
        };

        _network.Reconciler.Apply(direct);
        _network.Reconciler.Apply(tunnelled);
        Assert.True(_network.Reconciler.Apply(tunnelled).IsEmpty);
        _network.Reconciler.Apply(direct);
        Assert.True(_network.Reconciler.Apply(direct).IsEmpty);
    }

    [Fact]
    public void Several_ways_are_made_and_recognised()
    {
        var wanted = new NetworkState(StateNetwork.Owner)
        {
            Routes = [Ways("10.8.0.0/16", "192.0.2.3", "192.0.2.2"), Ways("2001:db8:8::/48", "2001:db8::3", "2001:db8::2")],
        };

        _network.Reconciler.Apply(wanted);

        Assert.True(_network.Reconciler.Apply(wanted).IsEmpty);
        NetworkState other = wanted with { Routes = [Ways("10.8.0.0/16", "192.0.2.2"), Ways("2001:db8:8::/48", "2001:db8::4", "2001:db8::2")] };
        Assert.Equal(2, _network.Reconciler.Apply(other).Steps.Count);
        Assert.True(_network.Reconciler.Apply(other).IsEmpty);
    }

    [Fact]
    public void Two_owners_do_not_touch_one_another()
    {
        var other = new StateOwner("other", 203);
        _network.Reconciler.Apply(Overlay());
        string before = _network.Show();
        var theirs = new NetworkState(other)
        {
            Links = [Vxlan(70, "vother")],
            Routes = [new(new Route { Destination = IPNetwork.Parse("10.99.0.0/16"), Gateway = IPAddress.Parse("10.99.0.1"), IsOnLink = true }, "vother")],
        };

        _network.Reconciler.Apply(theirs);
        Assert.True(_network.Reconciler.Apply(Overlay()).IsEmpty);
        _network.Reconciler.Apply(theirs.Emptied());

        Assert.Equal(Sorted(before), Sorted(_network.Show()));
    }

    [Fact]
    public async Task The_asynchronous_forms_do_the_same()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        NetworkPlan plan = await _network.Reconciler.PlanAsync(Overlay(), token);
        Assert.Equal(plan.ToString(), (await _network.Reconciler.ApplyAsync(plan, token)).ToString());
        Assert.True((await _network.Reconciler.ApplyAsync(Overlay(), token)).IsEmpty);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _network.Reconciler.ApplyAsync(Overlay(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Thousands_of_routes_are_made_changed_and_removed()
    {
        NetworkState With(int count, string gateway) => new(StateNetwork.Owner)
        {
            Routes = NetlinkList.From(Enumerable.Range(0, count).Select(i =>
                new StateRoute(new Route { Destination = IPNetwork.Parse($"10.{i / 250}.{i % 250}.0/24"), Gateway = IPAddress.Parse(gateway) }, "eth0"))),
        };

        Assert.Equal(5000, _network.Reconciler.Apply(With(5000, "192.0.2.2")).Steps.Count);
        Assert.True(_network.Reconciler.Apply(With(5000, "192.0.2.2")).IsEmpty);
        Assert.Equal(4000, _network.Reconciler.Apply(With(1000, "192.0.2.2")).Steps.Count);
        Assert.Equal(1000, _network.Reconciler.Apply(With(1000, "192.0.2.3")).Steps.Count);
    }

    private static NetworkState Overlay(params int[] peers)
    {
        peers = peers is [] ? [2] : peers;
        return new NetworkState(StateNetwork.Owner)
        {
            Links = [Vxlan(7)],
            Addresses =
            [
                Address("vx", "10.244.1.0/32"),
                new StateAddress("vx", new Address { Local = InterfaceAddress.Parse("2001:db8:1::/128"), Flags = AddressFlags.NoDuplicateDetection }),
            ],
            Neighbors = NetlinkList.From(peers.SelectMany(peer => new[] { Neighbor($"10.244.{peer}.0", peer), Neighbor($"2001:db8:{peer}::", peer) })),
            FdbEntries = NetlinkList.From(peers.Select(peer =>
                new StateFdbEntry("vx", new FdbEntry { MacAddress = Mac(peer), Destination = IPAddress.Parse($"192.0.2.{peer}") }))),
            Routes = NetlinkList.From(peers.SelectMany(peer => new[]
            {
                Route($"10.244.{peer}.0/24", $"10.244.{peer}.0"), Route($"2001:db8:{peer}::/64", $"2001:db8:{peer}::"),
            })),
        };
    }

    private static StateLink Vxlan(uint vni, string name = "vx") => new(new Link
    {
        Name = name,
        Kind = new VxlanLink { Vni = new Vni(vni), Port = 4789, Local = IPAddress.Parse("192.0.2.1"), Learning = false },
        Address = Mac(1),
        Mtu = 1450,
        IsUp = true,
    })
    {
        Parent = "eth0",
    };

    private static MacAddress Mac(int node) => MacAddress.FromUInt64(0x0200_0000_0000UL + (uint)node);

    private static StateAddress Address(string device, string text) => new(device, new Address { Local = InterfaceAddress.Parse(text) });

    private static StateNeighbor Neighbor(string address, int peer) => new("vx", new Neighbor { Destination = IPAddress.Parse(address), LinkLayerAddress = Mac(peer) });

    private static StateRoute Route(string destination, string gateway, bool isOnLink = true) =>
        new(new Route { Destination = IPNetwork.Parse(destination), Gateway = IPAddress.Parse(gateway), IsOnLink = isOnLink }, "vx");

    private static StateRoute Ways(string destination, params string[] gateways) => new(new Route { Destination = IPNetwork.Parse(destination) })
    {
        NextHops = NetlinkList.From(gateways.Select(gateway => new StateNextHop(new NextHop { Gateway = IPAddress.Parse(gateway) }, "eth0"))),
    };

    private string Words(string program, string arguments) =>
        string.Join(' ', _network.Run(program, arguments).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string[] Sorted(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Order(StringComparer.Ordinal)];

    /// <summary>A link that is made anew has another number.</summary>
    private static string WithoutIndexes(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(?m)^\d+: ", string.Empty);
}
