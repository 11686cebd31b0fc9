using System.Buffers.Binary;
using System.Net;

namespace KubeNet.Testing.Packets;

/// <summary>An IPv4 header (RFC 791 §3.1).</summary>
public sealed record IPv4Header : PacketLayer
{
    internal const int MinimumSize = 20;

    /// <summary>Source address.</summary>
    public required IPAddress Source { get; init; }

    /// <summary>Destination address.</summary>
    public required IPAddress Destination { get; init; }

    /// <summary>What follows.</summary>
    public required IpProtocol Protocol { get; init; }

    /// <summary>Differentiated services and congestion bits (the TOS byte; RFC 2474, RFC 3168).</summary>
    public required byte TrafficClass { get; init; }

    /// <summary>Length of the packet in bytes, the header included; 0 in a segmentation-offload packet above 65,535 bytes.</summary>
    public required int TotalLength { get; init; }

    /// <summary>Identification, shared by the fragments of a packet.</summary>
    public required ushort Identification { get; init; }

    /// <summary>The packet must not be fragmented (DF).</summary>
    public required bool DontFragment { get; init; }

    /// <summary>More fragments follow (MF).</summary>
    public required bool MoreFragments { get; init; }

    /// <summary>Where this fragment's data belongs, in bytes.</summary>
    public required int FragmentOffset { get; init; }

    /// <summary>Hops left.</summary>
    public required byte TimeToLive { get; init; }

    /// <summary>Header checksum as it stands in the packet; on sent packets it may not be filled in yet.</summary>
    public required ushort Checksum { get; init; }

    /// <summary>Length of the options in bytes, 0 to 40.</summary>
    public int OptionsLength => HeaderLength - MinimumSize;

    /// <summary>Whether this is a part of a packet.</summary>
    public bool IsFragment => MoreFragments || FragmentOffset != 0;

    /// <inheritdoc/>
    public override string Summary => IsFragment
        ? $"IPv4 {Source} > {Destination} fragment {FragmentOffset}{(MoreFragments ? "+" : "")}"
        : $"IPv4 {Source} > {Destination}";

    internal static bool IsWellFormed(ReadOnlySpan<byte> bytes)
    {
        int header = LengthOf(bytes);
        int total = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return bytes[0] >> 4 == 4 && header >= MinimumSize && (total == 0 || total >= header);
    }

    internal static int LengthOf(ReadOnlySpan<byte> bytes) => (bytes[0] & 0xF) * 4;

    internal static IPv4Header Read(ReadOnlySpan<byte> bytes, int offset)
    {
        ushort fragment = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        return new()
        {
            Offset = offset,
            HeaderLength = LengthOf(bytes),
            TrafficClass = bytes[1],
            TotalLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Identification = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
            DontFragment = (fragment & 0x4000) != 0,
            MoreFragments = (fragment & 0x2000) != 0,
            FragmentOffset = (fragment & 0x1FFF) * 8,
            TimeToLive = bytes[8],
            Protocol = (IpProtocol)bytes[9],
            Checksum = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]),
            Source = new IPAddress(bytes[12..16]),
            Destination = new IPAddress(bytes[16..20]),
        };
    }
}
