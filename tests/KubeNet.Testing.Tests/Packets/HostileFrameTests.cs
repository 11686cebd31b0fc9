using CsCheck;
using KubeNet.Testing.Packets;
using Xunit;

namespace KubeNet.Testing.Tests.Packets;

public sealed class HostileFrameTests
{
    private static readonly Gen<LinkLayer> s_linkLayers = Gen.Enum<LinkLayer>();

    public static TheoryData<string> FrameNames => [.. Frames.Names];

    [Theory]
    [MemberData(nameof(FrameNames))]
    public void A_frame_cut_at_any_length_ends_truncated(string name)
    {
        Frames.Frame frame = Frames.Get(name);
        Packet whole = Packet.Decode(frame.Bytes, frame.LinkLayer);
        int packetEnd = whole.PayloadOffset + whole.PayloadLength;

        for (int length = 0; length < packetEnd; length++)
        {
            // A copy of its own size: a read past the end cannot go unseen.
            Packet packet = Packet.Decode(frame.Bytes.AsSpan(0, length).ToArray(), frame.LinkLayer);
            Assert.True(packet.IsTruncated, $"{length} of {packetEnd} bytes: {packet}");
            Assert.Equal(0, packet.PayloadLength);
        }
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Select(Gen.Byte.Array[0, 200], s_linkLayers).Sample(static (bytes, link) => IsSound(Packet.Decode(bytes, link), bytes.Length), iter: 20_000);

    [Fact]
    public void Mutated_frames_never_throw() =>
        Gen.Select(
            Gen.Int[0, Frames.All.Count - 1].Select(static i => Frames.All[i]),
            Gen.Select(Gen.Int[0, 255], Gen.Byte).Array[1, 6],
            Gen.Int[0, 20]).Sample(
            static (frame, mutations, cut) =>
            {
                byte[] bytes = frame.Bytes[..^Math.Min(cut, frame.Bytes.Length)];
                foreach ((int position, byte value) in mutations)
                {
                    if (bytes.Length > 0)
                        bytes[position % bytes.Length] = value;
                }
                return IsSound(Packet.Decode(bytes, frame.LinkLayer), bytes.Length);
            },
            iter: 50_000);

    [Fact]
    public void Endless_vlan_tags_stop_at_the_limit()
    {
        byte[] frame = new byte[4096];
        for (int i = 12; i < frame.Length; i += 4)
            frame[i] = 0x81;

        Packet packet = Packet.Decode(frame);

        Assert.Equal(Packet.MaximumLayers, packet.Layers.Length);
        Assert.Equal(TruncationReason.TooDeep, Assert.IsType<Truncated>(packet.Layers[^1]).Reason);
    }

    [Fact]
    public void Quotations_within_quotations_stop_at_the_limit()
    {
        byte[] frame = new byte[28 * 2000];
        for (int i = 0; i < frame.Length; i += 28)
        {
            frame[i] = 0x45;
            frame[i + 9] = (byte)IpProtocol.Icmp;
            frame[i + 20] = 3;
        }

        int depth = 0;
        for (Packet? packet = Packet.Decode(frame, LinkLayer.Ip); packet is not null; packet = packet.First<IcmpMessage>()?.Quoted)
            depth++;

        Assert.InRange(depth, 2, Packet.MaximumLayers);
    }

    [Theory]
    [InlineData("55000014", "IP")]
    [InlineData("44000014000000004001000000000000000000000000", "IPv4")]
    [InlineData("45000013000000004001000000000000000000000000", "IPv4")]
    [InlineData("450000140000000040110000000000000000000000000000", "UDP")]
    [InlineData("4500001c00000000401100000000000000000000000100020007 0000", "UDP")]
    [InlineData("4500002800000000400600000000000000000000 00010002 00000000 00000000 40000000 00000000", "TCP")]
    [InlineData("4500001800000000402f00000000000000000000 40000800", "GRE")]
    public void A_field_that_contradicts_the_protocol_names_it(string hex, string protocol)
    {
        Packet packet = Packet.Decode(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), LinkLayer.Ip);

        Assert.Equal(protocol, Assert.IsType<Truncated>(packet.Layers[^1]).Protocol);
    }

    private static bool IsSound(Packet packet, int frameLength) =>
        packet.Layers.Length is > 0 and <= Packet.MaximumLayers
        && packet.PayloadOffset + packet.PayloadLength <= frameLength
        && packet.Layers.All(layer => layer.Offset + layer.HeaderLength <= frameLength)
        && packet.Summary.Length > 0
        && packet.Outermost.Length > 0
        && packet.Innermost.Length > 0;
}
