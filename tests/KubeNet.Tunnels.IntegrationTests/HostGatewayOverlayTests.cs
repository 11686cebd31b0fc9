using System.Net;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels.IntegrationTests;

public sealed class HostGatewayOverlayTests : IDisposable
{
    private readonly Cluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task Pods_reach_one_another_and_only_while_they_are_peers()
    {
        Assert.True(await _cluster.Pod(1).IsCutOffFromAsync("10.244.2.2"));
        _cluster.ApplyEverywhere(Overlay);
        await _cluster.AssertAllPodsReachOneAnother();

        Machine node = _cluster.Node(1);
        Assert.True(Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 3)).IsEmpty);
        node.Run("ip", "route add 10.9.0.0/16 via 192.0.2.9");
        Assert.Equal(
            """
            - route 10.244.3.0/24 via 192.0.2.3 dev eth0
            - route 2001:db8:3::/64 via 2001:db8:ff::3 dev eth0
            """,
            Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 2)).ToString());
        Assert.True(await _cluster.Pod(1).IsCutOffFromAsync("10.244.3.2"));
        Assert.True(await _cluster.Pod(1).PingsAsync("10.244.2.2"));

        Overlay(1).Remove(node.Netlink);
        Assert.DoesNotContain("proto 202", string.Join('\n', node.Show()), StringComparison.Ordinal);
        Assert.Contains(node.Show(), line => line.StartsWith("10.9.0.0/16 via 192.0.2.9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_peer_that_is_not_on_the_subnet_is_refused_and_nothing_is_left()
    {
        Machine node = _cluster.Node(1);
        string[] before = node.Show();

        var e = Assert.Throws<NetworkStateException>(() => Overlay(1).Apply(
            node.Netlink, [Cluster.Describe(2), OverlayNode.Parse("node-9", ["203.0.113.9"], ["10.244.9.0/24"])]));

        Assert.Equal("+ route 10.244.9.0/24 via 203.0.113.9", e.Step?.ToString());
        Assert.True(e.IsRolledBack);
        Assert.Equal(before, node.Show());
    }

    [Fact]
    public void The_routes_are_those_that_ip_makes()
    {
        Machine node = _cluster.Node(1);
        node.Run("ip", "route add 10.244.2.0/24 via 192.0.2.2 proto 202");
        node.Run("ip", "-6 route add 2001:db8:2::/64 via 2001:db8:ff::2 proto 202");
        string[] made = node.Show();

        Assert.True(Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 2)).IsEmpty);
        Overlay(1).Remove(node.Netlink);
        Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 2));

        Assert.Equal(made, node.Show());
    }

    [Fact]
    public void Another_address_of_a_peer_replaces_its_routes()
    {
        Machine node = _cluster.Node(1);
        Overlay(1).Apply(node.Netlink, Cluster.PeersOf(1, 2));
        OverlayNode moved = Cluster.Describe(2) with { UnderlayAddresses = [IPAddress.Parse("192.0.2.22"), IPAddress.Parse("2001:db8:ff::2")] };

        Assert.Equal(
            "~ route 10.244.2.0/24 via 192.0.2.2 dev eth0 → via 192.0.2.22",
            Overlay(1).Apply(node.Netlink, [moved]).ToString());
    }

    private static HostGatewayOverlay Overlay(int number) => new() { Node = Cluster.Describe(number) };
}
