using System.Net;
using CsCheck;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Tests.Neighbors;

namespace KubeNet.Netlink.Tests.Bridges;

public sealed class FdbEntryTests
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:77");

    private static readonly Gen<Vni?> s_vnis = Gen.UInt[0, Vni.Maximum].Nullable().Select(value => value is { } number ? new Vni(number) : (Vni?)null);

    private static readonly Gen<FdbEntry> s_entries = Gen.Select(
        Gen.ULong[0, 0xffff_ffff_ffff],
        Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]),
        Gen.UShort.Nullable(),
        s_vnis,
        s_vnis,
        Gen.Int.Nullable(),
        Gen.Select(Gen.Int, Gen.Enum<FdbState>(), Gen.Bool),
        (mac, remote, port, vni, source, via, rest) => new FdbEntry
        {
            MacAddress = MacAddress.FromUInt64(mac),
            Destination = new IPAddress(remote),
            Port = port,
            Vni = vni,
            SourceVni = source,
            ViaInterface = via,
            InterfaceIndex = rest.Item1,
            State = rest.Item2,
            IsSelf = rest.Item3,
            IsMaster = !rest.Item3,
        });

    [Fact]
    public void A_vxlan_entry_is_written_as_the_bridge_command_does()
    {
        var item = new FdbEntry
        {
            InterfaceIndex = 6,
            MacAddress = s_mac,
            Destination = IPAddress.Parse("10.9.0.1"),
            Port = 4789,
            Vni = new Vni(0x123456),
            ViaInterface = 2,
        };
        Assert.Equal(
            "0700000006000000c0000200" + "0a000200020000000077" + "0000" + "080001000a090001" + "0600060012b50000" + "0800070056341200" + "0800080002000000",
            Convert.ToHexStringLower(Bodies.Write(item)));
    }

    [Fact]
    public void Whatever_is_stated_comes_back() =>
        s_entries.Sample(item =>
        {
            Assert.Equal(item, FdbEntry.Read(Bodies.Write(item)));
            var view = new FdbView(Bodies.Message(item));
            Assert.Equal(item.InterfaceIndex, view.InterfaceIndex);
            Assert.Equal(item.MacAddress, view.MacAddress);
            Assert.Equal(item.Destination, view.ToDestination());
            Assert.Equal(item.Port, view.Port);
            Assert.Equal(item.Vni, view.Vni);
            Assert.Equal(item.SourceVni, view.SourceVni);
            Assert.Equal(item.ViaInterface, view.ViaInterface);
            Assert.Equal(item.State, view.State);
            Assert.Equal(item.Flags, view.Flags);
            Assert.Equal(item, view.ToFdbEntry());
        });

    [Theory]
    [InlineData(0x80, FdbState.Local)]
    [InlineData(0xc0, FdbState.Local)]
    [InlineData(0x40, FdbState.Static)]
    [InlineData(0x42, FdbState.Static)]
    [InlineData(0x02, FdbState.Dynamic)]
    [InlineData(0x04, FdbState.Stale)]
    [InlineData(0x00, FdbState.Dynamic)]
    public void States_have_the_names_of_the_bridge_command(byte wire, FdbState state)
    {
        byte[] payload = [7, 0, 0, 0, 6, 0, 0, 0, wire, 0, 2, 0];
        Assert.Equal(state, FdbEntry.Read(payload).State);
        Assert.Equal(state, new FdbView(Bodies.Message(payload)).State);
    }

    [Fact]
    public void An_entry_without_owner_is_the_devices_own_unless_a_bridge_reported_it()
    {
        var stated = new FdbEntry { InterfaceIndex = 6, MacAddress = s_mac };
        Assert.True(stated.IsSelf);
        Assert.False(stated.IsMaster);

        FdbEntry ofPort = stated with { MasterIndex = 5 };
        Assert.True(ofPort.IsMaster);
        Assert.Equal(4, Bodies.Write(ofPort)[10]);

        FdbEntry ofBridge = stated with { MasterIndex = 6 };
        Assert.True(ofBridge.IsSelf);
        Assert.False(ofBridge.IsMaster);
    }

    [Theory]
    [InlineData("02:00:00:00:00:77", false)]
    [InlineData("00:00:00:00:00:00", true)]
    [InlineData("01:00:5e:00:00:01", true)]
    [InlineData("ff:ff:ff:ff:ff:ff", true)]
    public void The_destination_is_part_of_the_identity_where_there_can_be_several(string address, bool isPart)
    {
        var one = new FdbEntry { InterfaceIndex = 6, MacAddress = MacAddress.Parse(address), Destination = IPAddress.Parse("10.0.0.1") };
        FdbEntry other = one with { Destination = IPAddress.Parse("10.0.0.2") };
        Assert.Equal(isPart, one.Key != other.Key);
        Assert.Equal(isPart, one.Key != (one with { Port = 5 }).Key);
        Assert.Equal(isPart, one.Key != (one with { Vni = new Vni(5) }).Key);
        Assert.NotEqual(one.Key, (one with { SourceVni = new Vni(5) }).Key);
        Assert.NotEqual(one.Key, (one with { Vlan = 5 }).Key);
        Assert.NotEqual(one.Key, (one with { InterfaceIndex = 7 }).Key);
    }

    [Fact]
    public void An_identity_speaks_as_the_bridge_command_does()
    {
        var item = new FdbEntry
        {
            InterfaceIndex = 6,
            MacAddress = default(MacAddress),
            Destination = IPAddress.Parse("fd00::1"),
            Port = 99,
            Vni = new Vni(7),
            ViaInterface = 2,
        };
        Assert.Equal("00:00:00:00:00:00 on interface 6 self dst fd00::1 port 99 vni 7 via interface 2", item.Key.ToString());
        Assert.Equal("02:00:00:00:00:77 on interface 6 self dst fd00::1", ((INetlinkBody)(item with { MacAddress = s_mac })).Describe());
    }

    [Fact]
    public void A_vni_of_more_than_24_bits_is_kept_as_it_came()
    {
        byte[] payload = Convert.FromHexString("070000000600000080000200" + "0800070000000001");
        FdbEntry item = FdbEntry.Read(payload);
        Assert.Null(item.Vni);
        Assert.Equal(7, Assert.Single(item.UnknownAttributes).Type);
        Assert.Null(new FdbView(Bodies.Message(payload)).Vni);
    }

    [Fact]
    public void A_filter_wants_no_neighbors()
    {
        FdbEntry neighbor = FdbEntry.Read(Convert.FromHexString("020000000700000080000001" + "0a000200020000000077" + "0000"));
        Assert.False(new FdbFilter().Matches(neighbor));
        Assert.False(new FdbFilter { MacAddress = s_mac }.Matches(neighbor));
    }

    [Fact]
    public void A_filter_tells_the_kernel_what_it_takes()
    {
        Assert.Equal("070000000000000000000000", Convert.ToHexStringLower(Bodies.Write(new FdbFilter())));
        Assert.Equal("070000000500000000000000", Convert.ToHexStringLower(Bodies.Write(new FdbFilter { InterfaceIndex = 5, MacAddress = s_mac })));
        Assert.Equal("0700000000000000000000000800090003000000", Convert.ToHexStringLower(Bodies.Write(new FdbFilter { BridgeIndex = 3 })));
    }

    [Fact]
    public void A_flush_states_values_and_masks()
    {
        Assert.Equal("070000000600000000000200", Convert.ToHexStringLower(Bodies.Write(new FdbFlush { InterfaceIndex = 6 })));
        var flush = new FdbFlush
        {
            InterfaceIndex = 6,
            State = FdbState.Static,
            RequiredFlags = NeighborFlags.Sticky,
            ExcludedFlags = NeighborFlags.ExternallyLearned,
            ThroughInterface = 4,
            Vlan = 9,
        };
        Assert.Equal(
            "070000000600000040004200" + "06001000c0000000" + "0500110050000000" + "0800080004000000" + "0600050009000000",
            Convert.ToHexStringLower(Bodies.Write(flush)));
    }

    [Theory]
    [InlineData("0700")]
    [InlineData("070000000600000080000200" + "03000200")]
    [InlineData("070000000600000080000200" + "ff000200")]
    public void A_view_refuses_what_is_malformed(string payload) =>
        Assert.Throws<NetlinkFormatException>(() => new FdbView(Bodies.Message(Convert.FromHexString(payload))).ToFdbEntry());
}
