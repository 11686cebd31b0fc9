using System.Net;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Tests.Links;

/// <summary>What goes over the wire, by the kernel's headers; those of <c>ip</c> are compared by the integration tests.</summary>
public sealed class LinkWireTests
{
    [Theory]
    [InlineData(true, 1u, 1u)]
    [InlineData(false, 0u, 1u)]
    [InlineData(null, 0u, 0u)]
    public void Up_is_a_flag_and_its_mask(bool? isUp, uint flags, uint changed)
    {
        var link = new Link { IsUp = isUp };

        Assert.Equal((flags, changed), ((uint)link.Flags, (uint)link.ChangedFlags));
        Assert.Equal(isUp, link.IsUp);
        Assert.Null((link with { IsUp = null }).IsUp);
    }

    [Fact]
    public void A_report_says_whether_it_is_up_without_a_mask()
    {
        Assert.False(new Link { OperationalState = OperationalState.Down }.IsUp);
        Assert.True(new Link { OperationalState = OperationalState.Up, Flags = InterfaceFlags.Up | InterfaceFlags.Running }.IsUp);
    }

    [Fact]
    public void Vxlan_ports_and_label_are_big_endian()
    {
        var kind = new VxlanLink { Port = 0x1234, SourcePorts = new PortRange(0x0102, 0x0304), FlowLabel = 0x12345 };

        Assert.Equal("08001a0000012345" + "06000f0012340000" + "08000a0001020304", Hex(kind));
    }

    [Fact]
    public void Vxlan_addresses_go_into_the_attribute_of_their_family()
    {
        Assert.Equal("080002000a000001", Hex(new VxlanLink { Remote = IPAddress.Parse("10.0.0.1") }));
        Assert.Equal("14001000fd000000000000000000000000000001", Hex(new VxlanLink { Remote = IPAddress.Parse("fd00::1") }));
        Assert.Equal("", Hex(new VxlanLink { Remote = IPAddress.Parse("fd00::1") } with { Remote = null }));
    }

    [Fact]
    public void Inherited_time_to_live_is_a_flag_on_the_way_in_and_a_byte_on_the_way_out()
    {
        Assert.Equal("04001c00", Hex(new VxlanLink { InheritsTimeToLive = true }));
        Assert.Equal("", Hex(new VxlanLink { InheritsTimeToLive = false }));
        Assert.True(VxlanLink.Read([5, 0, 28, 0, 1, 0, 0, 0]).InheritsTimeToLive);
        Assert.False(VxlanLink.Read([5, 0, 28, 0, 0, 0, 0, 0]).InheritsTimeToLive);
    }

    [Fact]
    public void Bridge_options_share_an_attribute_of_values_and_mask()
    {
        Assert.Equal("0c002e000200000003000000", Hex(new BridgeLink { NoLinkLocalLearning = false, MulticastVlanSnooping = true }));

        BridgeLink report = BridgeLink.Read([12, 0, 46, 0, 1, 0, 0, 0, 7, 0, 0, 0]);

        Assert.Equal((true, false, false, null), (report.NoLinkLocalLearning, report.MulticastVlanSnooping, report.MultipleSpanningTrees, report.FdbLocalVlan0));
        Assert.Equal("0c002e000100000001000000", Hex(report));
        Assert.Equal("0c002e000000000001000000", Hex(report with { NoLinkLocalLearning = false }));
    }

    [Fact]
    public void A_list_of_senders_takes_the_place_of_the_former_one()
    {
        var kind = new MacvlanLink { Mode = MacvlanMode.Source, SourceAddresses = [MacAddress.Parse("02:00:00:00:00:01")] };

        Assert.Equal("0800010010000000" + "100005800a0004000200000000010000" + "0800030003000000", Hex(kind));
    }

    [Fact]
    public void What_is_only_reported_is_not_stated()
    {
        var link = new Link { OperationalState = OperationalState.Up, Statistics = new LinkStatistics { ReceivedBytes = 1 }, MinMtu = 68, AlternativeNames = ["other"] };

        Assert.Equal(16, Length(link));
    }

    [Fact]
    public void A_filter_states_what_the_kernel_sorts_by()
    {
        var writer = new NetlinkWriter(new byte[256]);
        new LinkFilter { Kind = "vxlan", MasterIndex = 3, Group = 9 }.Write(ref writer);

        Assert.Equal("08001d0008000000" + "08000a0003000000" + "100012800a000100" + "76786c616e000000", Convert.ToHexStringLower(writer.Written[16..]));
    }

    [Fact]
    public void A_view_reads_what_a_record_does()
    {
        byte[] buffer = new byte[512];
        var writer = new NetlinkWriter(buffer) { IncludesReported = true };
        writer.BeginMessage(16, NetlinkMessageFlags.None, 1);
        new Link
        {
            Index = 7,
            Flags = InterfaceFlags.Up,
            Name = "a0",
            Mtu = 1400,
            MasterIndex = 2,
            Group = 5,
            OperationalState = OperationalState.Up,
            Address = MacAddress.Parse("02:00:00:00:00:01"),
            Kind = new DummyLink(),
        }.Write(ref writer);
        writer.EndMessage();
        Assert.True(new NetlinkMessageReader(writer.Written).TryRead(out NetlinkMessage message));

        var view = new LinkView(message);

        Assert.Equal((7, InterfaceFlags.Up, 1400, 2, 5u, OperationalState.Up), (view.Index, view.Flags, view.Mtu, view.MasterIndex, view.Group, view.OperationalState));
        Assert.Equal("a0"u8.ToArray(), view.Name.ToArray());
        Assert.Equal("dummy"u8.ToArray(), view.KindName.ToArray());
        Assert.Equal([2, 0, 0, 0, 0, 1], view.Address.ToArray());
        Assert.True(view.Find(IFLA_TXQLEN).IsEmpty);
    }

    private static string Hex(LinkKind kind)
    {
        var writer = new NetlinkWriter(new byte[1024]);
        kind.Write(ref writer);
        return Convert.ToHexStringLower(writer.Written);
    }

    private static int Length(Link link)
    {
        var writer = new NetlinkWriter(new byte[1024]);
        link.Write(ref writer);
        return writer.Length;
    }
}
