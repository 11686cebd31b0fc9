using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class WriteTests
{
    public static TheoryData<EveryType, string> Attributes => new()
    {
        { new() { Index = 0, UInt16 = 0x0102 }, "06000300 02010000" },
        { new() { Index = 0, Int16 = 0x0102 }, "06000400 01020000" },
        { new() { Index = 0, Int32 = -2 }, "08000600 fffffffe" },
        { new() { Index = 0, Boolean = true }, "05000900 01000000" },
        { new() { Index = 0, Boolean = false }, "05000900 00000000" },
        { new() { Index = 0, Vni = new Vni(1) }, "08000d00 01000000" },
        { new() { Index = 0, BigVni = new Vni(1) }, "08000e00 00000001" },
        { new() { Index = 0, Flag = true }, "04001300" },
        { new() { Index = 0, Text = "ab" }, "07001400 61620000" },
        { new() { Index = 0, Unterminated = "ab" }, "06001500 61620000" },
        { new() { Index = 0, Nested = new Inner { Number = 7 } }, "0c001680 08000100 07000000" },
        { new() { Index = 0, Unflagged = new Inner { Number = 7 } }, "0c001700 08000100 07000000" },
        { new() { Index = 0, ValueStruct = new PairStruct(1, 2) }, "06001a00 02010000" },
        { new() { Index = 0, NumberedBytes = [8, 9] }, "14002180 05000100 08000000 05000200 09000000" },
        { new() { Index = 0, Ports = [8, 9] }, "14002080 06000100 00080000 06000100 00090000" },
        { new() { Index = 0, Inners = [new() { Number = 7 }] }, "10002380 0c000380 08000100 07000000" },
        { new() { Index = 0, RepeatedFlags = [SampleFlags.Low, SampleFlags.None] }, "08002800 01000000 08002800 00000000" },
        { new() { Index = 0, Texts = [] }, "04001f80" },
        { new() { Index = 0, Reported = 5 }, "" },
        { new() { Index = 0, UnknownAttributes = [new RawAttribute(2000, true, [1])], Byte = 2 }, "05000100 02000000 0500d087 01000000" },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_stands_on_the_wire_as_the_kernel_has_it(EveryType record, string hex)
    {
        Assert.Equal(hex.Replace(" ", "", StringComparison.Ordinal), Hex(record, reported: false)[40..]);
    }

    [Fact]
    public void What_the_kernel_reports_is_written_when_the_writer_says_so()
    {
        Assert.Equal("0800ff3f05000000", Hex(new EveryType { Index = 0, Reported = 5 }, reported: true)[40..]);
    }

    [Fact]
    public void The_header_is_written_field_by_field_and_padded()
    {
        var record = new EveryType
        {
            Family = 1,
            HeaderBoolean = true,
            HeaderPort = 0x0203,
            Index = 4,
            HeaderFlags = SampleFlags.High,
            HeaderSigned = SampleSigned.Plus,
            HeaderTail = -1,
        };

        Assert.Equal("010102030400000000000080" + "0000000100ff0000", Hex(record, reported: false));
    }

    [Fact]
    public void What_does_not_fit_the_buffer_throws()
    {
        Assert.Throws<NetlinkMessageTooLargeException>(() =>
        {
            var writer = new NetlinkWriter(new byte[24]);
            new EveryType { Index = 0, Text = "long" }.Write(ref writer);
        });
    }

    private static string Hex(EveryType record, bool reported)
    {
        var writer = new NetlinkWriter(new byte[256]) { IncludesReported = reported };
        record.Write(ref writer);
        return Convert.ToHexStringLower(writer.Written);
    }
}
