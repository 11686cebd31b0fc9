using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>A UDP header (RFC 768).</summary>
public sealed record UdpHeader : PacketLayer
{
    internal const int Size = 8;

    /// <summary>Source port.</summary>
    public required ushort SourcePort { get; init; }

    /// <summary>Destination port.</summary>
    public required ushort DestinationPort { get; init; }

    /// <summary>Length of header and payload in bytes; 0 in a packet above 65,535 bytes (RFC 2675 §4).</summary>
    public required ushort Length { get; init; }

    /// <summary>Checksum as it stands in the packet; 0 means none (usual for VXLAN over IPv4).</summary>
    public required ushort Checksum { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"UDP {SourcePort} > {DestinationPort}";

    internal static bool IsWellFormed(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) is 0 or >= Size;

    internal static UdpHeader Read(ReadOnlySpan<byte> bytes, int offset) => new()
    {
        Offset = offset,
        HeaderLength = Size,
        SourcePort = BinaryPrimitives.ReadUInt16BigEndian(bytes),
        DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
        Length = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
        Checksum = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]),
    };
}
