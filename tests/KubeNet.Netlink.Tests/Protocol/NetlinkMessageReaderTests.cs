using CsCheck;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Protocol;

public sealed class NetlinkMessageReaderTests
{
    [Fact]
    public void Messages_come_one_after_the_other_without_their_padding()
    {
        var reader = new NetlinkMessageReader(Hex.Bytes(
            "11000000 1800 0200 05000000 07000000 aa 000000" +
            "10000000 0300 0200 05000000 07000000"));

        Assert.True(reader.TryRead(out NetlinkMessage first));
        Assert.Equal(new NetlinkMessageHeader(17, 24, NetlinkMessageFlags.Multi, 5, 7), first.Header);
        Assert.Equal([0xaa], first.Payload.ToArray());
        Assert.Equal(17, first.Bytes.Length);
        Assert.True(reader.TryRead(out NetlinkMessage second));
        Assert.Equal(3, second.Header.Type);
        Assert.True(second.Payload.IsEmpty);
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void The_padding_of_the_last_message_may_be_missing()
    {
        var reader = new NetlinkMessageReader(Hex.Bytes("11000000 1800 0000 00000000 00000000 aa"));
        Assert.True(reader.TryRead(out _));
        Assert.False(reader.TryRead(out _));
    }

    [Theory]
    [InlineData("10000000 1800", "the header is cut off")]
    [InlineData("0f000000 1800 0000 00000000 00000000", "shorter than its header")]
    [InlineData("00000000 1800 0000 00000000 00000000", "no length")]
    [InlineData("14000000 1800 0000 00000000 00000000", "longer than the datagram")]
    [InlineData("ffffffff 1800 0000 00000000 00000000", "longer than anything")]
    [InlineData("10000000 1800 0000 00000000 00000000 00", "one byte too many")]
    public void A_length_that_lies_is_refused(string bytes, string reason)
    {
        Exception? e = Record.Exception(() =>
        {
            var reader = new NetlinkMessageReader(Hex.Bytes(bytes));
            while (reader.TryRead(out _))
            {
            }
        });

        Assert.True(e is NetlinkFormatException, reason);
    }

    [Fact]
    public void Whatever_comes_is_read_within_its_bounds_or_refused() =>
        Gen.Select(Gen.Byte[0, 40], Gen.Byte.Array[0, 80]).Sample((length, bytes) =>
        {
            if (bytes.Length >= 4)
            {
                // Lengths of any size would nearly all be refused at once.
                bytes[0] = length;
                bytes.AsSpan(1, 3).Clear();
            }

            try
            {
                var reader = new NetlinkMessageReader(bytes);
                int total = 0;
                while (reader.TryRead(out NetlinkMessage message))
                {
                    total += message.Bytes.Length;
                }

                return total <= bytes.Length;
            }
            catch (NetlinkFormatException)
            {
                return true;
            }
        });
}
