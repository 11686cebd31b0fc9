using System.Net;
using System.Text.Json;
using KubeNet.Netlink.Neighbors;

namespace KubeNet.Netlink.IntegrationTests.Neighbors;

/// <summary>
/// The <c>ip</c> command as the oracle: what it makes is read as stated, what was read deletes it, and what is made here
/// looks the same to it.
/// </summary>
public sealed class NeighborOracleTests
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:01");

    public static TheoryData<string, Neighbor> Cases => new()
    {
        { "10.1.0.1 lladdr 02:00:00:00:00:01", new Neighbor { Destination = IPAddress.Parse("10.1.0.1"), LinkLayerAddress = s_mac } },
        { "fd00::1 lladdr 02:00:00:00:00:01", new Neighbor { Destination = IPAddress.Parse("fd00::1"), LinkLayerAddress = s_mac } },
        {
            "10.1.0.2 lladdr 02:00:00:00:00:01 nud reachable",
            new Neighbor { Destination = IPAddress.Parse("10.1.0.2"), LinkLayerAddress = s_mac, State = NeighborState.Reachable }
        },
        {
            "10.1.0.3 lladdr 02:00:00:00:00:01 nud stale extern_learn",
            new Neighbor { Destination = IPAddress.Parse("10.1.0.3"), LinkLayerAddress = s_mac, State = NeighborState.Stale, Flags = NeighborFlags.ExternallyLearned }
        },
        {
            "fe80::7 lladdr 02:00:00:00:00:01 router",
            new Neighbor { Destination = IPAddress.Parse("fe80::7"), LinkLayerAddress = s_mac, Flags = NeighborFlags.Router }
        },
        {
            "10.1.0.4 lladdr 02:00:00:00:00:01 nud noarp protocol 17",
            new Neighbor { Destination = IPAddress.Parse("10.1.0.4"), LinkLayerAddress = s_mac, State = NeighborState.NoArp, Protocol = 17 }
        },
    };

    public static TheoryData<string, Neighbor> Proxies => new()
    {
        { "10.1.0.9", new Neighbor { Destination = IPAddress.Parse("10.1.0.9"), Flags = NeighborFlags.Proxy } },
        { "fd00::9 router", new Neighbor { Destination = IPAddress.Parse("fd00::9"), Flags = NeighborFlags.Proxy | NeighborFlags.Router } },
        { "10.1.0.8 protocol 42", new Neighbor { Destination = IPAddress.Parse("10.1.0.8"), Flags = NeighborFlags.Proxy, Protocol = 42 } },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Neighbors_are_the_same_both_ways(string arguments, Neighbor stated)
    {
        using var network = new TestNetwork();
        Compare(network, $"neigh add {arguments} dev p1", "neigh show nud all dev p1", stated);
    }

    [Theory]
    [MemberData(nameof(Proxies), DisableDiscoveryEnumeration = true)]
    public void Proxy_entries_are_the_same_both_ways(string arguments, Neighbor stated)
    {
        using var network = new TestNetwork();
        Compare(network, $"neigh add proxy {arguments} dev p1", "neigh show proxy dev p1", stated);
    }

    [Fact]
    public void Managed_entries_are_the_same_both_ways()
    {
        using var network = new TestNetwork();
        network.Run("ip", "neigh add 10.1.0.5 dev p1 managed");
        Neighbor read = Assert.IsType<Neighbor>(network.Neighbors.TryGet(network.Peer, IPAddress.Parse("10.1.0.5")));
        Assert.True(read.IsManaged);
        network.Neighbors.Delete(read);

        network.Neighbors.Add(read with { State = NeighborState.None, ExtendedFlags = NeighborExtendedFlags.Managed });
        Assert.True(JsonDocument.Parse(network.Run("ip", "-j neigh show nud all dev p1")).RootElement[0].TryGetProperty("managed", out _));
    }

    private static void Compare(TestNetwork network, string add, string show, Neighbor stated)
    {
        var filter = new NeighborFilter { InterfaceIndex = network.Peer, IsProxy = stated.IsProxy };
        stated = stated with { InterfaceIndex = network.Peer };
        network.Run("ip", add);
        string expected = network.Run("ip", $"-d -j {show}");
        Neighbor listed = Assert.Single(network.Neighbors.List(filter));
        Assert.Equal(stated, Essence(listed));
        Assert.Equal(stated, Essence(Assert.IsType<Neighbor>(network.Neighbors.TryGet(stated))));

        network.Neighbors.Delete(listed);
        Assert.Empty(network.Neighbors.List(filter));

        network.Neighbors.Add(stated);
        Assert.Equal(expected, network.Run("ip", $"-d -j {show}"));

        // What the kernel reports goes back to it as well.
        Assert.True(network.Neighbors.TryDelete(listed));
        network.Neighbors.Add(listed);
        Assert.Equal(expected, network.Run("ip", $"-d -j {show}"));
    }

    /// <summary>An entry without what the kernel finds out itself.</summary>
    private static Neighbor Essence(Neighbor item)
    {
        Assert.Empty(item.UnknownAttributes);
        return item with { Type = 0, CacheInfo = null, Probes = null, State = item.IsProxy ? NeighborState.Permanent : item.State };
    }
}
