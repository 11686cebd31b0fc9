using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.IntegrationTests.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Bridges;

/// <summary>A bridge that filters VLANs, which needs a kernel built with it.</summary>
[Trait("Runs", "Lab")]
public sealed class FdbVlanTests : IDisposable
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:77");
    private readonly TestNetwork _network = new();

    public FdbVlanTests()
    {
        _network.Run("ip", "link set dev br0 type bridge vlan_filtering 1");
        _network.Run("bridge", "vlan add vid 5 dev p0");
        _network.Run("bridge", "vlan add vid 6 dev p0");
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void The_vlan_belongs_to_the_identity()
    {
        _network.Run("bridge", "fdb add 02:00:00:00:00:77 dev p0 master static vlan 5");
        string expected = _network.Run("bridge", "-d -j fdb show brport p0");
        FdbEntry listed = Assert.Single(_network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Port, MacAddress = s_mac }));
        Assert.Equal(InVlan(5).Key, listed.Key);
        Assert.Null(_network.Fdb.TryGet(InVlan(6)));
        Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(InVlan(5)));

        _network.Fdb.Delete(listed);
        _network.Fdb.Add(InVlan(5));
        Assert.Equal(expected, _network.Run("bridge", "-d -j fdb show brport p0"));

        Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(InVlan(6)));
        Assert.Equal(6, Assert.Single(_network.Fdb.List(new FdbFilter { MacAddress = s_mac, Vlan = 6 })).Vlan!.Value);
        Assert.True(_network.Fdb.TryDelete(InVlan(6)));
        Assert.False(_network.Fdb.TryDelete(InVlan(6)));
        Assert.NotNull(_network.Fdb.TryGet(InVlan(5)));
    }

    [Fact]
    public void An_entry_without_vlan_is_made_in_each()
    {
        _network.Fdb.Add(InVlan(5) with { Vlan = null });
        List<FdbEntry> made = _network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Port, MacAddress = s_mac });
        Assert.Equal([null, (ushort)5, (ushort)6], made.Select(item => item.Vlan).Order());
    }

    [Fact]
    public void The_kernel_flushes_one_vlan()
    {
        _network.Fdb.Add(InVlan(5));
        _network.Fdb.Add(InVlan(6));
        _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Bridge, Vlan = 5 });
        Assert.Null(_network.Fdb.TryGet(InVlan(5)));
        Assert.NotNull(_network.Fdb.TryGet(InVlan(6)));
    }

    [Fact]
    public void A_kernel_that_cannot_flush_a_vxlan_device_says_so()
    {
        // The lab's kernel is Linux 6.1.
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Vxlan }));
        Assert.Equal(LinuxError.EOPNOTSUPP, e.Error);
        Assert.Contains("since Linux 6.7", e.Message, StringComparison.Ordinal);
    }

    private FdbEntry InVlan(ushort vlan) =>
        new() { InterfaceIndex = _network.Port, MacAddress = s_mac, IsMaster = true, State = FdbState.Static, Vlan = vlan };
}
