using System.Net;
using CsCheck;
using KubeNet.Netlink;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels.Tests;

public sealed class OverlayTests
{
    private static readonly OverlayNode s_node = OverlayNode.Parse("node-1", ["192.0.2.1", "2001:db8::1"], ["10.244.1.0/24", "2001:db8:1::/64"]);
    private static readonly OverlayNode s_second = OverlayNode.Parse("node-2", ["192.0.2.2", "2001:db8::2"], ["10.244.2.0/24", "2001:db8:2::/64"]);
    private static readonly OverlayNode s_third = OverlayNode.Parse("node-3", ["198.51.100.3"], ["10.244.3.0/24"]);
    private static readonly HostGatewayOverlay s_hostGateway = new() { Node = s_node };
    private static readonly VxlanOverlay s_vxlan = new()
    {
        Node = s_node with { TunnelMacAddress = Mac(1) },
        Device = new VxlanDevice { Name = "vx", Vni = new Vni(7), Underlay = "eth0" },
    };

    [Fact]
    public void A_host_gateway_has_a_route_per_block()
    {
        Assert.Equal(
            """
            + route 10.244.2.0/24 via 192.0.2.2
            + route 2001:db8:2::/64 via 2001:db8::2
            + route 10.244.3.0/24 via 198.51.100.3
            """,
            PlanOf(s_hostGateway.ToState([s_third, s_second])));
    }

    [Fact]
    public void A_vxlan_overlay_has_a_device_and_per_peer_neighbours_an_entry_and_routes()
    {
        Assert.Equal(
            """
            + link vx type vxlan id 7 local 192.0.2.1 dstport 4789 link eth0 address 02:00:00:00:00:01 mtu 1450 up
            + address 10.244.1.0/32 dev vx
            + neighbour 10.244.2.0 dev vx lladdr 02:00:00:00:00:02
            + neighbour fe80::ff:fe00:2 dev vx lladdr 02:00:00:00:00:02
            + neighbour 10.244.3.0 dev vx lladdr 02:00:00:00:00:03
            + fdb 02:00:00:00:00:02 dev vx self dst 192.0.2.2
            + fdb 02:00:00:00:00:03 dev vx self dst 198.51.100.3
            + route 10.244.2.0/24 via 10.244.2.0 dev vx onlink
            + route 2001:db8:2::/64 via fe80::ff:fe00:2 dev vx
            + route 10.244.3.0/24 via 10.244.3.0 dev vx onlink
            """,
            PlanOf(s_vxlan.ToState([s_second with { TunnelMacAddress = Mac(2) }, s_third with { TunnelMacAddress = Mac(3) }])));
    }

    [Fact]
    public void Peers_on_the_same_subnet_are_reached_directly_if_that_is_wanted()
    {
        VxlanOverlay overlay = s_vxlan with { DirectSubnets = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("198.51.100.0/24")] };

        Assert.Equal(
            """
            + neighbour fe80::ff:fe00:2 dev vx lladdr 02:00:00:00:00:02
            + neighbour 10.244.3.0 dev vx lladdr 02:00:00:00:00:03
            + fdb 02:00:00:00:00:02 dev vx self dst 192.0.2.2
            + fdb 02:00:00:00:00:03 dev vx self dst 198.51.100.3
            + route 10.244.2.0/24 via 192.0.2.2 dev eth0
            + route 2001:db8:2::/64 via fe80::ff:fe00:2 dev vx
            + route 10.244.3.0/24 via 10.244.3.0 dev vx onlink
            """,
            string.Join('\n', PlanOf(overlay.ToState([s_second with { TunnelMacAddress = Mac(2) }, s_third with { TunnelMacAddress = Mac(3) }])).Split('\n')[2..]));
    }

    [Fact]
    public void Each_node_works_out_the_same_tunnel_ends_as_its_peers()
    {
        NetworkState first = (s_vxlan with { Node = s_node }).ToState([s_second]);
        NetworkState second = (s_vxlan with { Node = s_second }).ToState([s_node]);

        Assert.Equal(second.Links[0].Link.Address, first.FdbEntries[0].Entry.MacAddress);
        Assert.Equal(first.Links[0].Link.Address, second.FdbEntries[0].Entry.MacAddress);
        Assert.Equal(second.Addresses[0].Address.Local.Address, first.Neighbors[0].Neighbor.Destination);
    }

    [Fact]
    public void The_order_of_peers_does_not_matter() =>
        Gen.Int[1, 50].Array[0, 30].Sample(numbers =>
        {
            OverlayNode[] peers = [.. numbers.Distinct().Select(i => OverlayNode.Parse($"peer-{i:D2}", [$"192.0.2.{i + 100}"], [$"10.245.{i}.0/24"]))];
            NetworkState state = s_vxlan.ToState(peers);
            Array.Reverse(peers);
            Assert.Equal(state, s_vxlan.ToState(peers));
        });

    [Fact]
    public void Stated_tunnel_addresses_are_taken()
    {
        OverlayNode peer = s_third with { TunnelAddresses = [IPAddress.Parse("10.250.0.3")] };
        Assert.Contains("+ route 10.244.3.0/24 via 10.250.0.3 dev vx onlink", PlanOf(s_vxlan.ToState([peer])), StringComparison.Ordinal);
        peer = s_second with { TunnelAddresses = [IPAddress.Parse("fd00::2")] };
        Assert.Contains("+ route 2001:db8:2::/64 via fd00::2 dev vx onlink", PlanOf(s_vxlan.ToState([peer])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.244.2.1/24", "The block '10.244.2.1/24' of node 'x' has bits beyond its prefix: 10.244.2.0/24 is meant, or an address is no block.")]
    [InlineData("10.244.2.0", "'10.244.2.0' is no block of node 'x': an address and a prefix length are expected, as in 10.244.1.0/24.")]
    [InlineData("10.244.2.0/33", "'10.244.2.0/33' is no block of node 'x': an address and a prefix length are expected, as in 10.244.1.0/24.")]
    public void A_block_is_a_prefix_without_host_bits(string block, string words) =>
        Assert.Equal(words, Assert.Throws<FormatException>(() => OverlayNode.Parse("x", ["192.0.2.9"], [block])).Message);

    [Fact]
    public void An_underlay_address_is_an_address() =>
        Assert.Contains("'nonsense' is no address of node 'x'", Assert.Throws<FormatException>(() => OverlayNode.Parse("x", ["nonsense"], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Peers_that_contradict_one_another_are_refused_in_words()
    {
        Refused("The peer 'x' has the address 192.0.2.1, which is this node's own ('node-1').", Peer("x", "192.0.2.1", "10.1.0.0/24"));
        Refused("The peers 'x' and 'y' both have the address 192.0.2.9.", Peer("x", "192.0.2.9", "10.1.0.0/24"), Peer("y", "192.0.2.9", "10.2.0.0/24"));
        Refused("Two peers have the name 'x'.", Peer("x", "192.0.2.8", "10.1.0.0/24"), Peer("x", "192.0.2.9", "10.2.0.0/24"));
        Refused("The peer 'node-1' has this node's name.", Peer("node-1", "192.0.2.8", "10.1.0.0/24"));
        Refused("The block 10.1.0.128/25 of 'y' overlaps 10.1.0.0/24 of 'x'.", Peer("x", "192.0.2.8", "10.1.0.0/24"), Peer("y", "192.0.2.9", "10.1.0.128/25"));
        Refused("The block 10.244.1.0/24 of 'node-1' overlaps 10.244.0.0/16 of 'x'.", Peer("x", "192.0.2.8", "10.244.0.0/16"));
        Refused("The blocks 10.1.0.0/16 and 10.1.2.0/24 of 'x' overlap.", Peer("x", "192.0.2.8", "10.1.0.0/16", "10.1.2.0/24"));
        Refused("The node 'x' has no address in the underlay.", new OverlayNode("x"));
        Refused("several addresses of one family in the underlay", s_third with { UnderlayAddresses = [IPAddress.Parse("192.0.2.8"), IPAddress.Parse("192.0.2.9")] });
    }

    [Fact]
    public void Peers_that_cannot_be_reached_are_refused_in_words()
    {
        OverlayNode onlyIPv6 = Peer("x", "2001:db8::9", "10.1.0.0/24");
        Assert.Contains(
            "The block 10.1.0.0/24 of 'x' cannot be reached: the node has no underlay address of that family",
            Assert.Throws<ArgumentException>(() => s_hostGateway.ToState([onlyIPv6])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The peer 'x' cannot be reached: the tunnel goes over IPv4, and the peer has only [2001:db8::9].",
            Assert.Throws<ArgumentException>(() => s_vxlan.ToState([onlyIPv6])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has the MAC address 02:00:00:00:00:01, as has that of 'node-1'",
            Assert.Throws<ArgumentException>(() => s_vxlan.ToState([s_third with { TunnelMacAddress = Mac(1) }])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "IPv6 pods need an MTU of 1280 bytes, and the device 'vx' has 1200.",
            Assert.Throws<ArgumentOutOfRangeException>(() => (s_vxlan with { Device = s_vxlan.Device with { Mtu = 1200 } }).ToState([])).Message,
            StringComparison.Ordinal);
    }

    private static void Refused(string words, params OverlayNode[] peers)
    {
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => s_vxlan.ToState(peers)).Message, StringComparison.Ordinal);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => s_hostGateway.ToState(peers)).Message, StringComparison.Ordinal);
    }

    private static OverlayNode Peer(string name, string address, params string[] blocks) => OverlayNode.Parse(name, [address], blocks);

    private static MacAddress Mac(int node) => MacAddress.FromUInt64(0x0200_0000_0000UL + (uint)node);

    private static string PlanOf(NetworkState state) => NetworkPlanner.Plan(state, new NetworkSnapshot()).ToString();
}
