using System.Net;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.IntegrationTests.Neighbors;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Bridges;

/// <summary>
/// The <c>bridge</c> command as the oracle: what it makes is read as stated, what was read deletes it, and what is made here
/// looks the same to it.
/// </summary>
public sealed class FdbOracleTests
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:77");
    private static readonly IPAddress s_remote = IPAddress.Parse("10.9.0.1");

    public static TheoryData<string, string, FdbEntry> Cases => new()
    {
        { "p0", "02:00:00:00:00:77 master static", new FdbEntry { MacAddress = s_mac, IsMaster = true, State = FdbState.Static } },
        { "p0", "02:00:00:00:00:77 master dynamic", new FdbEntry { MacAddress = s_mac, IsMaster = true, State = FdbState.Dynamic } },
        { "p0", "02:00:00:00:00:77 master local", new FdbEntry { MacAddress = s_mac, IsMaster = true } },
        {
            "p0", "02:00:00:00:00:77 master static sticky",
            new FdbEntry { MacAddress = s_mac, Flags = NeighborFlags.Sticky, IsMaster = true, State = FdbState.Static }
        },
        {
            "p0", "02:00:00:00:00:77 master dynamic extern_learn",
            new FdbEntry { MacAddress = s_mac, Flags = NeighborFlags.ExternallyLearned, IsMaster = true, State = FdbState.Dynamic }
        },
        { "p0", "02:00:00:00:00:77 self", new FdbEntry { MacAddress = s_mac, IsSelf = true } },
        { "br0", "02:00:00:00:00:77 self local", new FdbEntry { MacAddress = s_mac, IsSelf = true } },
        { "vx", "02:00:00:00:00:77 dst 10.9.0.1", new FdbEntry { MacAddress = s_mac, IsSelf = true, Destination = s_remote } },
        {
            "vx", "02:00:00:00:00:77 dst 10.9.0.1 port 9999 vni 16777215 via p1",
            new FdbEntry { MacAddress = s_mac, IsSelf = true, Destination = s_remote, Port = 9999, Vni = new Vni(Vni.Maximum), ViaInterface = 1 }
        },
        {
            "vx", "02:00:00:00:00:77 dst 10.9.0.1 static",
            new FdbEntry { MacAddress = s_mac, IsSelf = true, Destination = s_remote, State = FdbState.Static }
        },
        {
            "vx", "02:00:00:00:00:77 dst 10.9.0.1 dynamic extern_learn router",
            new FdbEntry
            {
                MacAddress = s_mac,
                Flags = NeighborFlags.ExternallyLearned | NeighborFlags.Router,
                IsSelf = true,
                Destination = s_remote,
                State = FdbState.Dynamic,
            }
        },
        { "vx", "00:00:00:00:00:00 dst 10.9.0.1", new FdbEntry { MacAddress = default(MacAddress), IsSelf = true, Destination = s_remote } },
        { "vx", "01:00:5e:01:01:01 dst 10.9.0.1", new FdbEntry { MacAddress = MacAddress.Parse("01:00:5e:01:01:01"), IsSelf = true, Destination = s_remote } },
        {
            "vxe", "02:00:00:00:00:77 dst 10.9.0.1 src_vni 5 vni 6",
            new FdbEntry { MacAddress = s_mac, IsSelf = true, Destination = s_remote, SourceVni = new Vni(5), Vni = new Vni(6) }
        },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Entries_are_the_same_both_ways(string device, string arguments, FdbEntry stated)
    {
        using var network = new TestNetwork();
        stated = stated with
        {
            InterfaceIndex = network.IndexOf(device),
            ViaInterface = stated.ViaInterface is null ? null : network.Peer,
        };
        var filter = new FdbFilter { InterfaceIndex = stated.InterfaceIndex, MacAddress = stated.MacAddress };

        network.Run("bridge", $"fdb add {arguments} dev {device}");
        string expected = network.Run("bridge", $"-d -j fdb show brport {device}");
        FdbEntry listed = Assert.Single(network.Fdb.List(filter));
        Assert.Equal(stated, Essence(listed));
        Assert.Equal(stated.Key, listed.Key);
        Assert.Equal(stated, Essence(Assert.IsType<FdbEntry>(network.Fdb.TryGet(stated))));
        Assert.Equal(EnsureResult.Unchanged, network.Fdb.Ensure(stated));

        network.Fdb.Delete(listed);
        Assert.Empty(network.Fdb.List(filter));
        Assert.Null(network.Fdb.TryGet(stated));

        network.Fdb.Add(stated);
        Assert.Equal(expected, network.Run("bridge", $"-d -j fdb show brport {device}"));

        // What the kernel reports goes back to it as well.
        Assert.True(network.Fdb.TryDelete(listed));
        Assert.False(network.Fdb.TryDelete(listed));
        network.Fdb.Add(listed);
        Assert.Equal(expected, network.Run("bridge", $"-d -j fdb show brport {device}"));
    }

    /// <summary>An entry without what the kernel finds out itself, and with its owner as the requests state it.</summary>
    private static FdbEntry Essence(FdbEntry item)
    {
        Assert.Empty(item.UnknownAttributes);
        return item with { Flags = item.WireFlags, MasterIndex = null, CacheInfo = null, ExtendedFlags = null };
    }
}
