using System.Buffers.Binary;
using KubeNet.Netlink;

namespace KubeNet.Testing.Packets;

/// <summary>An Ethernet II header (IEEE 802.3 §3.1.1; RFC 894 §1).</summary>
public sealed record EthernetHeader : PacketLayer
{
    internal const int Size = 14;

    /// <summary>Who sent the frame.</summary>
    public required MacAddress Source { get; init; }

    /// <summary>To whom it goes.</summary>
    public required MacAddress Destination { get; init; }

    /// <summary>What follows; a value below 0x0600 is a length (IEEE 802.3).</summary>
    public required EtherType EtherType { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"Ethernet {Source} > {Destination}";

    internal static EthernetHeader Read(ReadOnlySpan<byte> bytes, int offset) => new()
    {
        Offset = offset,
        HeaderLength = Size,
        Destination = new MacAddress(bytes[..6]),
        Source = new MacAddress(bytes[6..12]),
        EtherType = (EtherType)BinaryPrimitives.ReadUInt16BigEndian(bytes[12..]),
    };
}
