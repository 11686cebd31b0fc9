using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>An ICMP message (RFC 792).</summary>
public sealed record IcmpMessage : PacketLayer
{
    internal const int Size = 8;

    /// <summary>Type of the message: 8 asks for an echo, 0 is the echo, 3 says unreachable, 11 says that the time to live ran out.</summary>
    public required byte Type { get; init; }

    /// <summary>Code within the type.</summary>
    public required byte Code { get; init; }

    /// <summary>Checksum as it stands in the packet.</summary>
    public required ushort Checksum { get; init; }

    /// <summary>Identifier of an echo; <see langword="null"/> in other messages.</summary>
    public ushort? Identifier { get; init; }

    /// <summary>Sequence number of an echo; <see langword="null"/> in other messages.</summary>
    public ushort? SequenceNumber { get; init; }

    /// <summary>MTU of the next hop in bytes, in "fragmentation needed" (RFC 1191 §4); <see langword="null"/> in other messages.</summary>
    public ushort? NextHopMtu { get; init; }

    /// <summary>The beginning of the packet that an error speaks of; <see langword="null"/> in other messages.</summary>
    public Packet? Quoted { get; init; }

    /// <summary>Whether it asks for an echo.</summary>
    public bool IsEchoRequest => Type == 8;

    /// <summary>Whether it is an echo.</summary>
    public bool IsEchoReply => Type == 0;

    /// <summary>Whether it reports an error about another packet.</summary>
    public bool IsError => Type is 3 or 4 or 5 or 11 or 12;

    /// <inheritdoc/>
    public override string Summary => (Type, Code) switch
    {
        (8, _) => $"ICMP echo request id {Identifier} seq {SequenceNumber}",
        (0, _) => $"ICMP echo reply id {Identifier} seq {SequenceNumber}",
        (3, 0) => $"ICMP network unreachable{Quotation}",
        (3, 1) => $"ICMP host unreachable{Quotation}",
        (3, 2) => $"ICMP protocol unreachable{Quotation}",
        (3, 3) => $"ICMP port unreachable{Quotation}",
        (3, 4) => $"ICMP fragmentation needed mtu {NextHopMtu}{Quotation}",
        (3, _) => $"ICMP unreachable code {Code}{Quotation}",
        (5, _) => $"ICMP redirect{Quotation}",
        (11, _) => $"ICMP time exceeded{Quotation}",
        _ => $"ICMP type {Type} code {Code}{Quotation}",
    };

    private string Quotation => Quoted is null ? "" : $" ({Quoted.Summary})";

    internal static IcmpMessage Read(ReadOnlySpan<byte> bytes, int offset)
    {
        bool echo = bytes[0] is 0 or 8;
        return new()
        {
            Offset = offset,
            HeaderLength = Size,
            Type = bytes[0],
            Code = bytes[1],
            Checksum = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Identifier = echo ? BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) : null,
            SequenceNumber = echo ? BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) : null,
            NextHopMtu = bytes[0] == 3 && bytes[1] == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) : null,
        };
    }
}
