using System.Buffers.Binary;
using System.Net;

namespace KubeNet.Testing.Packets;

/// <summary>An IPv6 header (RFC 8200 §3), without its extension headers, which are layers of their own.</summary>
public sealed record IPv6Header : PacketLayer
{
    internal const int Size = 40;

    /// <summary>Source address.</summary>
    public required IPAddress Source { get; init; }

    /// <summary>Destination address.</summary>
    public required IPAddress Destination { get; init; }

    /// <summary>What follows: an extension header or the payload's protocol.</summary>
    public required IpProtocol NextHeader { get; init; }

    /// <summary>Differentiated services and congestion bits.</summary>
    public required byte TrafficClass { get; init; }

    /// <summary>Flow label, 0 to 1048575 (RFC 6437).</summary>
    public required int FlowLabel { get; init; }

    /// <summary>Bytes behind this header, extension headers included; 0 in a packet above 65,535 bytes.</summary>
    public required int PayloadLength { get; init; }

    /// <summary>Hops left.</summary>
    public required byte HopLimit { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"IPv6 {Source} > {Destination}";

    internal static bool IsWellFormed(ReadOnlySpan<byte> bytes) => bytes[0] >> 4 == 6;

    internal static IPv6Header Read(ReadOnlySpan<byte> bytes, int offset)
    {
        uint first = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return new()
        {
            Offset = offset,
            HeaderLength = Size,
            TrafficClass = (byte)(first >> 20),
            FlowLabel = (int)(first & 0xFFFFF),
            PayloadLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
            NextHeader = (IpProtocol)bytes[6],
            HopLimit = bytes[7],
            Source = new IPAddress(bytes[8..24]),
            Destination = new IPAddress(bytes[24..40]),
        };
    }
}
