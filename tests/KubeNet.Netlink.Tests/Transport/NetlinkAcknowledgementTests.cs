using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Tests.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkAcknowledgementTests
{
    private const string RequestHeader = "34000000 2000 0500 01000000 00000000";

    // Header of the family, then NAME "a", VALUE 7 and INNER with its PORT: at offsets 24, 32 and 40, the port at 44.
    private const string Request =
        RequestHeader + "0000000003000000" + "0600010061000000" + "0800020007000000" + "0c000380" + "06000500 1f90 0000";

    private const string Capped = "0003";
    private const string Full = "0002";

    private static readonly NetlinkRequestNames s_names = new(8, Sample.AttributeTable);

    [Fact]
    public void Zero_is_success() => Assert.Null(Read("00000000" + RequestHeader, "0001"));

    [Fact]
    public void An_error_number_alone_is_enough()
    {
        NetlinkError error = Read("ffffffff" + RequestHeader, "0001")!;
        Assert.Equal(LinuxError.EPERM, error.Error);
        Assert.Null(error.KernelMessage);
    }

    [Theory]
    [InlineData(Capped, RequestHeader)]
    [InlineData(Full, Request)]
    public void The_kernels_words_follow_what_it_repeats_of_the_request(string flags, string repeated)
    {
        NetlinkError error = Read("eaffffff" + repeated + "0b000100" + "62616420766100" + "00", flags)!;
        Assert.Equal(LinuxError.EINVAL, error.Error);
        Assert.Equal("bad va", error.KernelMessage);
    }

    [Theory]
    [InlineData(24, "Sample.Name (SAMPLE_NAME)")]
    [InlineData(32, "Sample.Value (SAMPLE_VALUE)")]
    [InlineData(36, "Sample.Value (SAMPLE_VALUE)")]
    [InlineData(40, "Sample.Inner (SAMPLE_INNER)")]
    [InlineData(44, "Sample.Inner.Port (SAMPLE_INNER_PORT)")]
    [InlineData(0, null)]
    [InlineData(20, null)]
    [InlineData(52, null)]
    [InlineData(100_000, null)]
    [InlineData(-1, null)]
    public void The_attribute_at_fault_is_named_by_its_place(int offset, string? expected) =>
        Assert.Equal(expected, Read("eaffffff" + RequestHeader + "08000200" + Number(offset), Capped)!.AttributePath);

    [Fact]
    public void The_range_that_the_policy_allows_is_told()
    {
        // NLMSGERR_ATTR_POLICY with NL_POLICY_TYPE_ATTR_MIN_VALUE_U and _MAX_VALUE_U.
        NetlinkError error = Read(
            "deffffff" + RequestHeader + "08000200 20000000" + "1c000480" + "0c000400 0100000000000000" + "0c000500 ffffff0000000000", Capped)!;
        Assert.Equal("1 to 16777215", error.AllowedRange);
        Assert.Contains("at Sample.Value (SAMPLE_VALUE), which may be 1 to 16777215", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1c000480 0c000200 feffffffffffffff 0c000300 0500000000000000", "-2 to 5")]
    [InlineData("14000480 08000600 01000000 08000700 10000000", "1 to 16 bytes long")]
    [InlineData("10000480 0c000c00 0300000000000000", "bits of 0x3")]
    [InlineData("0c000480 08000100 04000000", null)]
    public void Other_policies_are_told_too(string policy, string? expected) =>
        Assert.Equal(expected, Read("deffffff" + RequestHeader + policy, Capped)!.AllowedRange);

    [Fact]
    public void A_missing_attribute_is_named()
    {
        NetlinkError inMessage = Read("eaffffff" + RequestHeader + "08000500 01000000", Capped)!;
        NetlinkError inNest = Read("eaffffff" + RequestHeader + "08000500 05000000" + "08000600" + Number(40), Capped)!;
        NetlinkError unknown = Read("eaffffff" + RequestHeader + "08000500 63000000", Capped)!;
        Assert.Equal("Sample.Name (SAMPLE_NAME)", inMessage.MissingAttribute);
        Assert.Equal("Sample.Inner.Port (SAMPLE_INNER_PORT)", inNest.MissingAttribute);
        Assert.Equal("attribute 99 of Sample", unknown.MissingAttribute);
    }

    [Fact]
    public void The_end_of_a_dump_may_carry_an_error_and_words()
    {
        NetlinkError error = NetlinkAcknowledgement.ReadDone(
            Message(3, "0202", "eaffffff" + "07000100" + "6e6f00" + "00"), Hex.Bytes(Request), s_names)!;
        Assert.Equal((LinuxError.EINVAL, "no"), (error.Error, error.KernelMessage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000")]
    [InlineData("05000000")]
    public void The_end_of_a_dump_is_mostly_no_error(string payload) =>
        Assert.Null(NetlinkAcknowledgement.ReadDone(Message(3, "0200", payload), Hex.Bytes(Request), s_names));

    [Theory]
    [InlineData("")]
    [InlineData("ffffff")]
    public void An_acknowledgement_without_a_number_is_malformed(string payload) =>
        Assert.Throws<NetlinkFormatException>(() => Read(payload, "0001"));

    [Theory]
    [InlineData("eaffffff", Capped)]
    [InlineData("eaffffff ffffffff", Full)]
    [InlineData("eaffffff 00000000", Full)]
    [InlineData("00000080", Full)]
    public void One_that_is_cut_off_still_tells_its_number(string payload, string flags) =>
        Assert.NotNull(Read(payload, flags));

    private static string Number(int value) => Hex.Text(BitConverter.GetBytes(value));

    private static NetlinkError? Read(string payload, string flags) =>
        NetlinkAcknowledgement.ReadError(Message(2, flags, payload), Hex.Bytes(Request), s_names);

    private static NetlinkMessage Message(ushort type, string flags, string payload)
    {
        byte[] body = Hex.Bytes(payload);
        byte[] bytes = [.. BitConverter.GetBytes(16 + body.Length), .. BitConverter.GetBytes(type), .. Hex.Bytes(flags), .. new byte[8], .. body];
        var reader = new NetlinkMessageReader(bytes);
        Assert.True(reader.TryRead(out NetlinkMessage message));
        return message;
    }
}
