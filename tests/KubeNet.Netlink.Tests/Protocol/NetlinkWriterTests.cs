using System.Net;
using CsCheck;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Protocol;

public sealed class NetlinkWriterTests
{
    private delegate void Writing(ref NetlinkWriter writer);

    [Fact]
    public void Integers_have_the_byte_order_asked_for()
    {
        Assert.Equal("0500010007000000", Written((ref w) => w.WriteUInt8(1, 7)));
        Assert.Equal("0600010002010000", Written((ref w) => w.WriteUInt16(1, 0x0102)));
        Assert.Equal("0600010001020000", Written((ref w) => w.WriteUInt16BigEndian(1, 0x0102)));
        Assert.Equal("0800010004030201", Written((ref w) => w.WriteUInt32(1, 0x01020304)));
        Assert.Equal("0800010001020304", Written((ref w) => w.WriteUInt32BigEndian(1, 0x01020304)));
        Assert.Equal("0c0001000807060504030201", Written((ref w) => w.WriteUInt64(1, 0x0102030405060708)));
        Assert.Equal("0c0001000102030405060708", Written((ref w) => w.WriteUInt64BigEndian(1, 0x0102030405060708)));
    }

    [Fact]
    public void Text_ends_with_a_NUL_unless_told_otherwise()
    {
        Assert.Equal("0900030065746830" + "00000000", Written((ref w) => w.WriteString(3, "eth0")));
        Assert.Equal("0800030065746830", Written((ref w) => w.WriteUnterminatedString(3, "eth0")));
        Assert.Equal("07000300c3a90000", Written((ref w) => w.WriteString(3, "é")));
    }

    [Fact]
    public void Addresses_are_written_in_network_order()
    {
        Assert.Equal("080001000a000001", Written((ref w) => w.WriteIPAddress(1, IPAddress.Parse("10.0.0.1"))));
        Assert.Equal("14000100" + "20010db8000000000000000000000001", Written((ref w) => w.WriteIPAddress(1, IPAddress.Parse("2001:db8::1"))));
        Assert.Equal("0a000100" + "0242ac110002" + "0000", Written((ref w) => w.WriteMacAddress(1, MacAddress.Parse("02:42:ac:11:00:02"))));
    }

    [Fact]
    public void A_nest_carries_its_flag_and_the_length_of_all_within() =>
        Assert.Equal(
            "0c001280" + "0800010001000000" + "04000700",
            Written((ref w) =>
            {
                int nest = w.BeginNested(18);
                w.WriteUInt32(1, 1);
                w.EndNested(nest);
                w.WriteFlag(7);
            }));

    [Fact]
    public void A_nest_of_an_older_family_has_no_flag() =>
        Assert.Equal("04000800", Written((ref w) => w.EndNested(w.BeginNestedWithoutFlag(8))));

    [Fact]
    public void A_value_in_pieces_is_padded_once() =>
        Assert.Equal(
            "07000100" + "010203" + "00",
            Written((ref w) =>
            {
                int start = w.BeginValue(1);
                w.WriteRaw([1, 2]);
                w.WriteRaw([3]);
                w.EndValue(start);
            }));

    [Fact]
    public void Padding_is_zero_in_a_buffer_that_was_used_before()
    {
        byte[] buffer = [.. Enumerable.Repeat((byte)0xff, 64)];
        var writer = new NetlinkWriter(buffer);
        writer.WriteBytes(1, [1]);
        writer.WriteBytes(2, []);
        writer.WriteHeader(5)[4] = 9;
        Assert.Equal("0500010001000000" + "04000200" + "0000000009000000", Hex.Text(writer.Written));
    }

    [Fact]
    public void A_message_has_its_length_and_the_next_begins_at_a_multiple_of_four()
    {
        var writer = new NetlinkWriter(new byte[64]);
        writer.BeginMessage(24, NetlinkMessageFlags.Request | NetlinkMessageFlags.Ack, 5);
        writer.WriteRaw([1, 2, 3]);
        writer.EndMessage();
        writer.BeginMessage(25, NetlinkMessageFlags.None, 6);
        writer.EndMessage();
        Assert.Equal(
            "13000000" + "1800" + "0500" + "05000000" + "00000000" + "01020300" + "10000000" + "1900" + "0000" + "06000000" + "00000000",
            Hex.Text(writer.Written));
    }

    [Fact]
    public void What_does_not_fit_throws_and_leaves_what_was_written()
    {
        var writer = new NetlinkWriter(new byte[8]);
        writer.WriteUInt32(1, 1);
        NetlinkMessageTooLargeException? caught = null;
        try
        {
            writer.WriteFlag(2);
        }
        catch (NetlinkMessageTooLargeException e)
        {
            caught = e;
        }

        Assert.NotNull(caught);
        Assert.Equal(8, writer.Length);
    }

    [Theory]
    [InlineData(65_531, false)]
    [InlineData(65_532, true)]
    public void An_attribute_holds_what_its_length_field_can_say(int length, bool fails)
    {
        Exception? single = Record.Exception(() => Written((ref w) => w.WriteBytes(1, new byte[length])));
        Exception? nested = Record.Exception(() => Written((ref w) =>
        {
            int nest = w.BeginNested(1);
            w.WriteRaw(new byte[length]);
            w.EndNested(nest);
        }));

        Assert.Equal(fails, single is NetlinkMessageTooLargeException);
        Assert.Equal(fails, nested is NetlinkMessageTooLargeException);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.UShort[0, 0x3fff], Gen.Byte.Array[0, 40]).Array[0, 20].Sample(attributes =>
        {
            var writer = new NetlinkWriter(new byte[2048]);
            foreach ((ushort type, byte[] value) in attributes)
            {
                writer.WriteBytes(type, value);
            }

            var reader = new NetlinkAttributeReader(writer.Written);
            foreach ((ushort type, byte[] value) in attributes)
            {
                if (!reader.Read() || reader.Type != type || !reader.Value.SequenceEqual(value))
                {
                    return false;
                }
            }

            return !reader.Read();
        });

    private static string Written(Writing write)
    {
        var writer = new NetlinkWriter(new byte[80_000]);
        write(ref writer);
        return Hex.Text(writer.Written);
    }
}
