using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>An IPv6 fragment header (RFC 8200 §4.5).</summary>
public sealed record IPv6FragmentHeader : PacketLayer
{
    internal const int Size = 8;

    /// <summary>What follows in the first fragment.</summary>
    public required IpProtocol NextHeader { get; init; }

    /// <summary>Where this fragment's data belongs, in bytes.</summary>
    public required int FragmentOffset { get; init; }

    /// <summary>More fragments follow.</summary>
    public required bool MoreFragments { get; init; }

    /// <summary>Identification, shared by the fragments of a packet.</summary>
    public required uint Identification { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"fragment {FragmentOffset}{(MoreFragments ? "+" : "")}";

    internal static IPv6FragmentHeader Read(ReadOnlySpan<byte> bytes, int offset)
    {
        ushort fragment = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return new()
        {
            Offset = offset,
            HeaderLength = Size,
            NextHeader = (IpProtocol)bytes[0],
            FragmentOffset = fragment & ~7,
            MoreFragments = (fragment & 1) != 0,
            Identification = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
        };
    }
}
