using System.Buffers.Binary;
using System.Text;

namespace KubeNet.Testing.Packets;

/// <summary>A GRE header (RFC 2784 §2; key and sequence number: RFC 2890 §2).</summary>
public sealed record GreHeader : PacketLayer
{
    internal const int MinimumSize = 4;
    private const int ChecksumPresent = 0x8000;
    private const int RoutingPresent = 0x4000;
    private const int KeyPresent = 0x2000;
    private const int SequencePresent = 0x1000;
    private const int VersionMask = 0x7;

    /// <summary>What follows.</summary>
    public required EtherType Protocol { get; init; }

    /// <summary>Checksum; <see langword="null"/> if the header has none.</summary>
    public ushort? Checksum { get; init; }

    /// <summary>Key; <see langword="null"/> if the header has none.</summary>
    public uint? Key { get; init; }

    /// <summary>Sequence number; <see langword="null"/> if the header has none.</summary>
    public uint? SequenceNumber { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var text = new StringBuilder("GRE");
            if (Key is not null)
                text.Append(" key ").Append(Key.Value);
            if (SequenceNumber is not null)
                text.Append(" seq ").Append(SequenceNumber.Value);
            return text.ToString();
        }
    }

    // Source routing (RFC 1701) and version 1 (PPTP) have other shapes, and Linux tunnels send neither.
    internal static bool IsWellFormed(ReadOnlySpan<byte> bytes) =>
        (BinaryPrimitives.ReadUInt16BigEndian(bytes) & (RoutingPresent | VersionMask)) == 0;

    internal static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        ushort flags = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return MinimumSize + (Has(flags, ChecksumPresent) ? 4 : 0) + (Has(flags, KeyPresent) ? 4 : 0) + (Has(flags, SequencePresent) ? 4 : 0);
    }

    internal static GreHeader Read(ReadOnlySpan<byte> bytes, int offset)
    {
        ushort flags = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        int next = MinimumSize;
        ushort? checksum = Has(flags, ChecksumPresent) ? (ushort)(NextField(bytes, ref next) >> 16) : null;
        uint? key = Has(flags, KeyPresent) ? NextField(bytes, ref next) : null;
        uint? sequence = Has(flags, SequencePresent) ? NextField(bytes, ref next) : null;
        return new()
        {
            Offset = offset,
            HeaderLength = next,
            Protocol = (EtherType)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Checksum = checksum,
            Key = key,
            SequenceNumber = sequence,
        };
    }

    private static bool Has(ushort flags, int flag) => (flags & flag) != 0;

    private static uint NextField(ReadOnlySpan<byte> bytes, ref int next)
    {
        uint value = BinaryPrimitives.ReadUInt32BigEndian(bytes[next..]);
        next += 4;
        return value;
    }
}
