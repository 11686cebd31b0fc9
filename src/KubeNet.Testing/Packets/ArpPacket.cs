using System.Buffers.Binary;
using System.Net;
using KubeNet.Netlink;

namespace KubeNet.Testing.Packets;

/// <summary>An ARP packet for IPv4 over Ethernet (RFC 826).</summary>
public sealed record ArpPacket : PacketLayer
{
    internal const int Size = 28;

    /// <summary>1 asks, 2 answers.</summary>
    public required ushort Operation { get; init; }

    /// <summary>Hardware address of the sender.</summary>
    public required MacAddress SenderMacAddress { get; init; }

    /// <summary>IPv4 address of the sender.</summary>
    public required IPAddress SenderAddress { get; init; }

    /// <summary>Hardware address of the target; all zero in a request.</summary>
    public required MacAddress TargetMacAddress { get; init; }

    /// <summary>IPv4 address of the target.</summary>
    public required IPAddress TargetAddress { get; init; }

    /// <summary>Whether it asks for an address.</summary>
    public bool IsRequest => Operation == 1;

    /// <summary>Whether it answers such a question.</summary>
    public bool IsReply => Operation == 2;

    /// <inheritdoc/>
    public override string Summary => Operation switch
    {
        1 => $"ARP who has {TargetAddress} tell {SenderAddress}",
        2 => $"ARP {SenderAddress} is at {SenderMacAddress}",
        _ => $"ARP operation {Operation}",
    };

    internal static bool IsEthernetIPv4(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16 == 0x0001_0800_0604;

    internal static ArpPacket Read(ReadOnlySpan<byte> bytes, int offset) => new()
    {
        Offset = offset,
        HeaderLength = Size,
        Operation = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]),
        SenderMacAddress = new MacAddress(bytes[8..14]),
        SenderAddress = new IPAddress(bytes[14..18]),
        TargetMacAddress = new MacAddress(bytes[18..24]),
        TargetAddress = new IPAddress(bytes[24..28]),
    };
}
