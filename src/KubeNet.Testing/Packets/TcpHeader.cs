using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>A TCP header (RFC 9293 §3.1).</summary>
public sealed record TcpHeader : PacketLayer
{
    internal const int MinimumSize = 20;

    /// <summary>Source port.</summary>
    public required ushort SourcePort { get; init; }

    /// <summary>Destination port.</summary>
    public required ushort DestinationPort { get; init; }

    /// <summary>Sequence number of the first data byte.</summary>
    public required uint SequenceNumber { get; init; }

    /// <summary>The next sequence number that the sender expects.</summary>
    public required uint AcknowledgementNumber { get; init; }

    /// <summary>Control bits.</summary>
    public required TcpFlags Flags { get; init; }

    /// <summary>Receive window in bytes, before scaling.</summary>
    public required ushort Window { get; init; }

    /// <summary>Checksum as it stands in the packet; on sent packets it may not be filled in yet.</summary>
    public required ushort Checksum { get; init; }

    /// <summary>Length of the options in bytes, 0 to 40.</summary>
    public int OptionsLength => HeaderLength - MinimumSize;

    /// <inheritdoc/>
    public override string Summary => $"TCP {SourcePort} > {DestinationPort} [{Flags}]";

    internal static int LengthOf(ReadOnlySpan<byte> bytes) => (bytes[12] >> 4) * 4;

    internal static TcpHeader Read(ReadOnlySpan<byte> bytes, int offset) => new()
    {
        Offset = offset,
        HeaderLength = LengthOf(bytes),
        SourcePort = BinaryPrimitives.ReadUInt16BigEndian(bytes),
        DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
        SequenceNumber = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
        AcknowledgementNumber = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
        Flags = (TcpFlags)(BinaryPrimitives.ReadUInt16BigEndian(bytes[12..]) & 0x1FF),
        Window = BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]),
        Checksum = BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]),
    };
}
