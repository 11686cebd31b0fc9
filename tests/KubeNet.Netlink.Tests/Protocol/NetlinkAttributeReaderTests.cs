using System.Net;
using System.Runtime.InteropServices;
using CsCheck;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Protocol;

public sealed class NetlinkAttributeReaderTests
{
    [Theory]
    [InlineData("03000100", "shorter than its own header")]
    [InlineData("00000100", "no length")]
    [InlineData("08000100 0000", "longer than what is left")]
    [InlineData("04000100 ffff0200", "the second of two")]
    public void A_length_that_lies_is_refused(string bytes, string reason)
    {
        Exception? e = Record.Exception(() =>
        {
            var reader = new NetlinkAttributeReader(Hex.Bytes(bytes));
            while (reader.Read())
            {
            }
        });

        Assert.True(e is NetlinkFormatException, reason);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("000000", 0)]
    [InlineData("04000100", 1)]
    [InlineData("05000100 07", 1)]
    [InlineData("05000100 07000000 0000", 1)]
    public void A_tail_shorter_than_a_header_is_passed_over(string bytes, int expected)
    {
        var reader = new NetlinkAttributeReader(Hex.Bytes(bytes));
        int count = 0;
        while (reader.Read())
        {
            count++;
        }

        Assert.Equal(expected, count);
    }

    [Fact]
    public void Flags_are_not_part_of_the_number()
    {
        NetlinkAttributeReader reader = First("0400 12c0");
        Assert.Equal(18, reader.Type);
        Assert.True(reader.IsNested);
    }

    [Fact]
    public void Integers_are_read_in_the_byte_order_asked_for()
    {
        NetlinkAttributeReader two = First("06000100 0102 0000");
        Assert.True(two.TryGetUInt16(out ushort host));
        Assert.True(two.TryGetUInt16BigEndian(out ushort big));
        Assert.Equal((0x0201, 0x0102), (host, big));

        NetlinkAttributeReader four = First("08000100 01020304");
        Assert.True(four.TryGetUInt32(out uint host32));
        Assert.True(four.TryGetUInt32BigEndian(out uint big32));
        Assert.Equal((0x04030201u, 0x01020304u), (host32, big32));

        NetlinkAttributeReader eight = First("0c000100 0102030405060708");
        Assert.True(eight.TryGetUInt64(out ulong host64));
        Assert.True(eight.TryGetUInt64BigEndian(out ulong big64));
        Assert.Equal((0x0807060504030201u, 0x0102030405060708u), (host64, big64));
    }

    [Theory]
    [InlineData("04000100")]
    [InlineData("07000100 010203 00")]
    [InlineData("09000100 0102030405 000000")]
    public void A_length_that_does_not_fit_is_false(string bytes)
    {
        NetlinkAttributeReader reader = First(bytes);
        Assert.False(reader.TryGetUInt8(out _));
        Assert.False(reader.TryGetUInt16(out _));
        Assert.False(reader.TryGetUInt32(out _));
        Assert.False(reader.TryGetUInt64(out _));
        Assert.False(reader.TryGetIPAddress(out _));
        Assert.False(reader.TryGetMacAddress(out _));
    }

    [Theory]
    [InlineData("09000100 65746830 00 000000", "eth0")]
    [InlineData("08000100 65746830", "eth0")]
    [InlineData("08000100 65740030", "et")]
    [InlineData("04000100", "")]
    public void Text_ends_at_its_first_NUL_or_at_its_end(string bytes, string expected)
    {
        Assert.True(First(bytes).TryGetString(out string? text));
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Addresses_are_read()
    {
        Assert.True(First("08000100 0a000001").TryGetIPAddress(out IPAddress? four));
        Assert.Equal(IPAddress.Parse("10.0.0.1"), four);
        Assert.True(First("14000100 20010db8000000000000000000000001").TryGetIPAddress(out IPAddress? six));
        Assert.Equal(IPAddress.Parse("2001:db8::1"), six);
        Assert.True(First("0a000100 0242ac110002 0000").TryGetMacAddress(out MacAddress mac));
        Assert.Equal("02:42:ac:11:00:02", mac.ToString());
    }

    [Theory]
    [InlineData("0c000100 01000000 02000000", 1u, 2u)]
    [InlineData("10000100 01000000 02000000 03000000", 1u, 2u)]
    [InlineData("0a000100 01000000 0200 0000", 1u, 2u)]
    [InlineData("08000100 01000000", 1u, 0u)]
    [InlineData("04000100", 0u, 0u)]
    public void A_structure_of_another_kernel_is_read_as_far_as_it_goes(string bytes, uint first, uint second)
    {
        Assert.True(First(bytes).TryGetStruct(out Two value));
        Assert.Equal(new Two { First = first, Second = second }, value);
    }

    [Theory]
    [InlineData("06000100 0102 0000")]
    [InlineData("0800 0180 04000200")]
    public void What_is_kept_raw_goes_back_the_same(string bytes)
    {
        var writer = new NetlinkWriter(new byte[64]);
        First(bytes).ToRaw().Write(ref writer);
        Assert.Equal(Hex.Bytes(bytes), writer.Written);
    }

    [Fact]
    public void Whatever_comes_is_read_within_its_bounds_or_refused() =>
        Gen.Byte.Array[0, 64].Sample(bytes =>
        {
            try
            {
                var reader = new NetlinkAttributeReader(bytes);
                int length = 0;
                while (reader.Read())
                {
                    length += 4 + reader.Value.Length;
                }

                return length <= bytes.Length;
            }
            catch (NetlinkFormatException)
            {
                return true;
            }
        });

    private static NetlinkAttributeReader First(string bytes)
    {
        var reader = new NetlinkAttributeReader(Hex.Bytes(bytes));
        Assert.True(reader.Read());
        return reader;
    }

    [StructLayout(LayoutKind.Sequential)]
    private record struct Two
    {
        public uint First;
        public uint Second;
    }
}
