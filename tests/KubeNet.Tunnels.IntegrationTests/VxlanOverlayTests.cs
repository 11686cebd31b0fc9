using System.Net;
using System.Text.Json;
using KubeNet.Netlink;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels.IntegrationTests;

public sealed class VxlanOverlayTests : IDisposable
{
    private readonly Cluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Theory]
    [InlineData(false, 1450)]
    [InlineData(true, 1430)]
    public async Task Pods_reach_one_another_with_packets_up_to_the_mtu(bool isIPv6First, int mtu)
    {
        Assert.True(await _cluster.Pod(1).IsCutOffFromAsync("10.244.2.2"));
        _cluster.ApplyEverywhere(number => Overlay(number, isIPv6First), isIPv6First);

        await _cluster.AssertAllPodsReachOneAnother();
        Assert.True(await _cluster.Node(1).PingsAsync("10.244.2.2", mtu));
        Assert.False(await _cluster.Node(1).PingsAsync("10.244.2.2", mtu + 1));
        for (int number = 1; number <= 3; number++)
        {
            Assert.True(Overlay(number, isIPv6First).Apply(_cluster.Node(number).Netlink, Cluster.PeersOf(number, 3, isIPv6First)).IsEmpty);
        }
    }

    [Fact]
    public async Task A_peer_that_goes_takes_its_own_along_and_nothing_else()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Machine node = _cluster.Node(1);
        await Overlay(1).ApplyAsync(node.Netlink, Cluster.PeersOf(1, 2), token);
        node.Run("ip", "route add 10.9.0.0/16 via 192.0.2.9");
        node.Run("ip", "neigh add 192.0.2.77 lladdr 02:00:00:00:00:77 dev eth0 nud permanent");
        string[] before = node.Show();

        Assert.Equal(5, (await Overlay(1).ApplyAsync(node.Netlink, Cluster.PeersOf(1, 3), token)).Steps.Count);
        Assert.NotEqual(before, node.Show());
        Assert.Equal(5, (await Overlay(1).ApplyAsync(node.Netlink, Cluster.PeersOf(1, 2), token)).Steps.Count);

        Assert.Equal(before, node.Show());
    }

    [Fact]
    public async Task Nothing_is_left_when_the_overlay_is_removed()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Machine node = _cluster.Node(1);
        string[] before = node.Show();

        await Overlay(1).ApplyAsync(node.Netlink, Cluster.PeersOf(1, 3), token);
        await Overlay(1).RemoveAsync(node.Netlink, token);

        Assert.Equal(before, node.Show());
        Assert.True((await Overlay(1).RemoveAsync(node.Netlink, token)).IsEmpty);
    }

    [Fact]
    public async Task The_overlay_works_on_after_its_mtu_and_its_mac_address_changed()
    {
        _cluster.ApplyEverywhere(number => Overlay(number));
        MacAddress mac = MacAddress.Parse("02:00:00:00:00:aa");
        OverlayNode changed = Cluster.Describe(1) with { TunnelMacAddress = mac };
        VxlanOverlay overlay = Overlay(1);
        overlay = overlay with { Node = changed, Device = overlay.Device with { Mtu = 1400 } };

        NetworkPlan done = overlay.Apply(_cluster.Node(1).Netlink, Cluster.PeersOf(1, 3));
        Overlay(2).Apply(_cluster.Node(2).Netlink, [changed, Cluster.Describe(3)]);
        Overlay(3).Apply(_cluster.Node(3).Netlink, [changed, Cluster.Describe(2)]);

        Assert.StartsWith("~ link vx mtu 1450 → 1400, address ", done.Steps[0].ToString(), StringComparison.Ordinal);
        await _cluster.AssertAllPodsReachOneAnother();
        Assert.True(overlay.Apply(_cluster.Node(1).Netlink, Cluster.PeersOf(1, 3)).IsEmpty);
    }

    [Fact]
    public async Task Another_identifier_makes_the_device_anew()
    {
        _cluster.ApplyEverywhere(number => Overlay(number));
        _cluster.ApplyEverywhere(number => WithVni(Overlay(number), 8));

        Assert.Contains("vxlan id 8 ", _cluster.Node(1).Run("ip", "-d link show vx"), StringComparison.Ordinal);
        await _cluster.AssertAllPodsReachOneAnother();
    }

    [Fact]
    public async Task Peers_on_the_same_subnet_need_no_tunnel_and_may_change_to_it_and_back()
    {
        VxlanOverlay Direct(int number) => Overlay(number) with
        {
            DirectSubnets = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("2001:db8:ff::/64")],
        };

        _cluster.ApplyEverywhere(Direct);
        await _cluster.AssertAllPodsReachOneAnother();
        Assert.Empty(_cluster.Node(1).Run("ip", "neigh show dev vx nud permanent"));
        Assert.Contains("10.244.2.0/24 via 192.0.2.2 dev eth0", _cluster.Node(1).Run("ip", "route"), StringComparison.Ordinal);

        _cluster.ApplyEverywhere(number => Overlay(number));
        await _cluster.AssertAllPodsReachOneAnother();
        Assert.Contains("2001:db8:2::/64 via fe80::", _cluster.Node(1).Run("ip", "-6 route"), StringComparison.Ordinal);

        _cluster.ApplyEverywhere(Direct);
        await _cluster.AssertAllPodsReachOneAnother();
        Assert.Empty(_cluster.Node(1).Run("ip", "neigh show dev vx nud permanent"));
    }

    [Fact]
    public void A_failure_in_the_middle_is_taken_back()
    {
        Machine node = _cluster.Node(1);
        Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 2));
        string[] before = node.Show();

        // The kernel takes no address of the node itself for a gateway.
        OverlayNode impossible = OverlayNode.Parse("node-9", ["192.0.2.9"], ["10.244.9.0/24"]) with { TunnelAddresses = [IPAddress.Parse("192.0.2.1")] };
        var e = Assert.Throws<NetworkStateException>(() => Overlay(1).Apply(node.Netlink, [Cluster.Describe(3), impossible]));

        Assert.Equal("+ route 10.244.9.0/24 via 192.0.2.1 dev vx onlink", e.Step?.ToString());
        Assert.True(e.IsRolledBack, e.Message);
        Assert.Equal(before, node.Show());
    }

    [Fact]
    public void Someone_elses_device_of_that_name_is_left_alone()
    {
        Machine node = _cluster.Node(1);
        node.Run("ip", "link add vx type vxlan id 5 dstport 8472 dev eth0");
        string[] before = node.Show();

        Assert.Throws<StateConflictException>(() => Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 3)));

        Assert.Equal(before, node.Show());
    }

    [Fact]
    public void Device_neighbours_entries_and_routes_are_those_that_ip_and_bridge_make()
    {
        Machine node = _cluster.Node(1);
        OverlayNode peer = Cluster.Describe(2) with { TunnelMacAddress = MacAddress.Parse("02:00:00:00:00:02") };
        MacAddress mac = TunnelMac.Derive(IPAddress.Parse("192.0.2.1"), new Vni(7));
        node.Run("ip", $"link add vx address {mac} mtu 1450 type vxlan id 7 dev eth0 local 192.0.2.1 dstport 4789 nolearning");
        node.Run("ip", "link set vx alias kubenet:vxlan up");
        node.Run("ip", "address add 10.244.1.0/32 dev vx");
        node.Run("ip", "neigh add 10.244.2.0 lladdr 02:00:00:00:00:02 dev vx nud permanent");
        node.Run("ip", "neigh add fe80::ff:fe00:2 lladdr 02:00:00:00:00:02 dev vx nud permanent");
        node.Run("bridge", "fdb add 02:00:00:00:00:02 dev vx dst 192.0.2.2 self permanent");
        node.Run("ip", "route add 10.244.2.0/24 via 10.244.2.0 dev vx onlink proto 201");
        node.Run("ip", "-6 route add 2001:db8:2::/64 via fe80::ff:fe00:2 dev vx proto 201");
        string[] byCommand = Normalized(node);

        // What the commands made is recognised as what is wanted.
        Assert.Equal("(no changes)", new NetworkReconciler(node.Netlink).Plan(Overlay(1).ToState([peer])).ToString());
        Overlay(1).Remove(node.Netlink);
        Overlay(1).Apply(node.Netlink, [peer]);

        Assert.Equal(byCommand, Normalized(node));
    }

    /// <summary>What <c>ip</c> and <c>bridge</c> report of the device as JSON, without index and times.</summary>
    private static string[] Normalized(Machine node)
    {
        var lines = new List<string>();
        foreach ((string program, string arguments) in new[]
        {
            ("ip", "-d -j link show vx"),
            ("ip", "-d -j address show dev vx"),
            ("ip", "-d -j neigh show dev vx nud permanent"),
            ("bridge", "-d -j fdb show dev vx"),
            ("ip", "-d -j route show dev vx"),
            ("ip", "-d -j -6 route show dev vx"),
        })
        {
            using JsonDocument document = JsonDocument.Parse(node.Run(program, arguments));
            foreach (JsonElement item in document.RootElement.EnumerateArray())
            {
                Flatten(item, $"{program} {arguments}", lines);
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return [.. lines.Where(line => !line.Contains(".ifindex=", StringComparison.Ordinal))];
    }

    private static void Flatten(JsonElement element, string path, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Flatten(property.Value, $"{path}.{property.Name}", lines);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Flatten(item, path, lines);
                }

                break;
            default:
                lines.Add($"{path}={element}");
                break;
        }
    }

    private static VxlanOverlay Overlay(int number, bool isIPv6First = false) => new()
    {
        Node = Cluster.Describe(number, isIPv6First),
        Device = new VxlanDevice { Name = "vx", Vni = new Vni(7), Underlay = "eth0" },
    };

    private static VxlanOverlay WithVni(VxlanOverlay overlay, uint vni) => overlay with { Device = overlay.Device with { Vni = new Vni(vni) } };
}
