using CsCheck;
using KubeNet.Testing.Packets;
using KubeNet.Testing.Probes;
using KubeNet.Testing.Tests.Packets;
using Xunit;

namespace KubeNet.Testing.Tests.Probes;

public sealed class IcmpFormatTests
{
    private const string Quoted4 = "4500001c000040004001000001010101020202020800000000070009";
    private const string Quoted6 = "6000000000083a40fd000000000000000000000000000001fd0000000000000000000000000000028000000000070009";

    [Theory]
    [InlineData("", 0xffff)]
    [InlineData("0001f203f4f5f6f7", 0x220d)] // the example of RFC 1071 §3: sum ddf2
    [InlineData("01", 0xfeff)]
    [InlineData("ffff", 0x0000)]
    public void Checksums_are_those_of_rfc_1071(string hex, int checksum) =>
        Assert.Equal(checksum, IcmpFormat.Checksum(Convert.FromHexString(hex)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(56)]
    [InlineData(65_507)]
    public void A_request_sums_up_to_nothing(int payloadLength)
    {
        byte[] message = new byte[IcmpFormat.HeaderSize + payloadLength];
        IcmpFormat.WriteRequest(message, isIPv6: false, 7, 9);

        Assert.Equal(0, IcmpFormat.Checksum(message));
        Assert.Equal(8, message[0]);
    }

    [Theory]
    [InlineData("4500001c000000004001000002020202010101010000000000070009", false, true, 0, 0)]
    [InlineData("45000038000000004001000002020202010101010301000000000000" + Quoted4, false, false, 3, 1)]
    [InlineData("45000038000000004001000002020202010101010b00000000000000" + Quoted4, false, false, 11, 0)]
    [InlineData("8100000000070009", true, true, 129, 0)]
    [InlineData("0100000000000000" + Quoted6, true, false, 1, 0)]
    [InlineData("02000000000005dc" + Quoted6, true, false, 2, 0)]
    public void An_answer_names_the_request_that_it_is_for(string hex, bool isIPv6, bool isEcho, int type, int code)
    {
        Assert.True(IcmpFormat.TryReadAnswer(Convert.FromHexString(hex), isIPv6, out IcmpFormat.Answer answer));
        Assert.Equal(new IcmpFormat.Answer(isEcho, (byte)type, (byte)code, 7, 9), answer);
    }

    [Theory]
    [InlineData("4500001c000000004001000002020202010101010800000000070009", false)]
    [InlineData("4500001c000000004001000002020202010101010d00000000070009", false)]
    [InlineData("4500001c000000004001000002020202010101010301000000000000", false)]
    [InlineData("8000000000070009", true)]
    [InlineData("0100000000000000", true)]
    [InlineData("81", true)]
    [InlineData("", false)]
    public void What_answers_no_request_is_passed_over(string hex, bool isIPv6) =>
        Assert.False(IcmpFormat.TryReadAnswer(Convert.FromHexString(hex), isIPv6, out _));

    [Fact]
    public void Hostile_datagrams_never_throw() =>
        Gen.Select(Gen.Byte.Array[0, 120], Gen.Int[0, Frames.All.Count - 1], Gen.Bool).Sample(
            static (noise, index, isIPv6) =>
            {
                _ = IcmpFormat.TryReadAnswer(noise, isIPv6, out _);
                byte[] frame = [.. Frames.All[index].Bytes.AsSpan(Frames.All[index].LinkLayer == LinkLayer.Ethernet ? 14 : 0)];
                if (noise.Length > 1)
                    frame[noise[0] % frame.Length] = noise[1];
                _ = IcmpFormat.TryReadAnswer(frame, isIPv6, out _);
            },
            iter: 20_000);
}
