using System.Buffers.Binary;
using System.Net;

namespace KubeNet.Testing.Packets;

/// <summary>An ICMPv6 message (RFC 4443; neighbour discovery: RFC 4861).</summary>
public sealed record Icmpv6Message : PacketLayer
{
    internal const int Size = 8;
    private const int DiscoverySize = 24;

    /// <summary>Type of the message: 128 asks for an echo, 129 is the echo, 1 says unreachable; below 128 are errors.</summary>
    public required byte Type { get; init; }

    /// <summary>Code within the type.</summary>
    public required byte Code { get; init; }

    /// <summary>Checksum as it stands in the packet.</summary>
    public required ushort Checksum { get; init; }

    /// <summary>Identifier of an echo; <see langword="null"/> in other messages.</summary>
    public ushort? Identifier { get; init; }

    /// <summary>Sequence number of an echo; <see langword="null"/> in other messages.</summary>
    public ushort? SequenceNumber { get; init; }

    /// <summary>MTU of the next hop in bytes, in "packet too big"; <see langword="null"/> in other messages.</summary>
    public uint? NextHopMtu { get; init; }

    /// <summary>The address that a neighbour solicitation or advertisement speaks of; <see langword="null"/> in other messages.</summary>
    public IPAddress? Target { get; init; }

    /// <summary>The beginning of the packet that an error speaks of; <see langword="null"/> in other messages.</summary>
    public Packet? Quoted { get; init; }

    /// <summary>Whether it asks for an echo.</summary>
    public bool IsEchoRequest => Type == 128;

    /// <summary>Whether it is an echo.</summary>
    public bool IsEchoReply => Type == 129;

    /// <summary>Whether it reports an error about another packet.</summary>
    public bool IsError => Type is >= 1 and <= 4;

    /// <inheritdoc/>
    public override string Summary => (Type, Code) switch
    {
        (128, _) => $"ICMPv6 echo request id {Identifier} seq {SequenceNumber}",
        (129, _) => $"ICMPv6 echo reply id {Identifier} seq {SequenceNumber}",
        (1, 0) => $"ICMPv6 no route{Quotation}",
        (1, 3) => $"ICMPv6 address unreachable{Quotation}",
        (1, 4) => $"ICMPv6 port unreachable{Quotation}",
        (1, _) => $"ICMPv6 unreachable code {Code}{Quotation}",
        (2, _) => $"ICMPv6 packet too big mtu {NextHopMtu}{Quotation}",
        (3, _) => $"ICMPv6 time exceeded{Quotation}",
        (133, _) => "ICMPv6 router solicitation",
        (134, _) => "ICMPv6 router advertisement",
        (135, _) => $"ICMPv6 neighbour solicitation {Target}",
        (136, _) => $"ICMPv6 neighbour advertisement {Target}",
        _ => $"ICMPv6 type {Type} code {Code}{Quotation}",
    };

    private string Quotation => Quoted is null ? "" : $" ({Quoted.Summary})";

    internal static Icmpv6Message Read(ReadOnlySpan<byte> bytes, int offset)
    {
        bool echo = bytes[0] is 128 or 129;
        return new()
        {
            Offset = offset,
            HeaderLength = Size,
            Type = bytes[0],
            Code = bytes[1],
            Checksum = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Identifier = echo ? BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) : null,
            SequenceNumber = echo ? BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) : null,
            NextHopMtu = bytes[0] == 2 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) : null,
            Target = bytes[0] is 135 or 136 && bytes.Length >= DiscoverySize ? new IPAddress(bytes[8..DiscoverySize]) : null,
        };
    }
}
