using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>An ERSPAN type II or III header (draft-foschiano-erspan-03 §4.2, §4.3; <c>linux/erspan.h</c>).</summary>
public sealed record ErspanHeader : PacketLayer
{
    internal const int Type2Size = 8;
    internal const int Type3Size = 12;
    private const int PlatformSize = 8;

    /// <summary>Version field: 1 is type II, 2 is type III.</summary>
    public required int Version { get; init; }

    /// <summary>VLAN of the mirrored frame, 0 to 4095.</summary>
    public required int Vlan { get; init; }

    /// <summary>Session id, 0 to 1023.</summary>
    public required int SessionId { get; init; }

    /// <summary>Port index of type II, 0 to 1048575; <see langword="null"/> in type III.</summary>
    public int? Index { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"ERSPAN session {SessionId}";

    internal static int LengthOf(ReadOnlySpan<byte> bytes, int minimum) =>
        minimum == Type3Size && (bytes[11] & 1) != 0 ? Type3Size + PlatformSize : minimum;

    internal static ErspanHeader Read(ReadOnlySpan<byte> bytes, int offset, int length)
    {
        uint first = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return new()
        {
            Offset = offset,
            HeaderLength = length,
            Version = (int)(first >> 28),
            Vlan = (int)(first >> 16) & 0xFFF,
            SessionId = (int)(first & 0x3FF),
            Index = length == Type2Size ? BinaryPrimitives.ReadInt32BigEndian(bytes[4..]) & 0xFFFFF : null,
        };
    }
}
