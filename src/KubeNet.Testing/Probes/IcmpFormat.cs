using System.Buffers.Binary;
using KubeNet.Testing.Packets;

namespace KubeNet.Testing.Probes;

// Echo requests as the kernel takes them from a raw socket, and what raw sockets give back (RFC 792; RFC 4443 §4; raw(7)).
internal static class IcmpFormat
{
    public const int HeaderSize = 8;
    private const byte EchoRequest = 8;
    private const byte Echo6Request = 128;

    // The kernel fills in ICMPv6's checksum, which covers addresses that it has yet to choose.
    public static void WriteRequest(Span<byte> message, bool isIPv6, ushort identifier, ushort sequenceNumber)
    {
        message[0] = isIPv6 ? Echo6Request : EchoRequest;
        message[1..4].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], identifier);
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], sequenceNumber);
        for (int i = HeaderSize; i < message.Length; i++)
            message[i] = (byte)i;
        if (!isIPv6)
            BinaryPrimitives.WriteUInt16BigEndian(message[2..], Checksum(message));
    }

    // Reads an echo, or an error about one of our requests. IPv4's raw sockets give the IP header too.
    public static bool TryReadAnswer(ReadOnlySpan<byte> datagram, bool isIPv6, out Answer answer)
    {
        answer = default;
        return isIPv6 ? TryReadIPv6(datagram, out answer) : TryReadIPv4(datagram, out answer);
    }

    // RFC 1071
    public static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        for (; bytes.Length >= 2; bytes = bytes[2..])
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (bytes.Length == 1)
            sum += (uint)bytes[0] << 8;
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }

    private static bool TryReadIPv4(ReadOnlySpan<byte> datagram, out Answer answer)
    {
        answer = default;
        if (Packet.Decode(datagram, LinkLayer.Ip).First<IcmpMessage>() is not { } message)
            return false;
        IcmpMessage? echo = message.IsEchoReply ? message : message.Quoted?.First<IcmpMessage>();
        if (echo is null || (message.IsError && !echo.IsEchoRequest))
            return false;
        answer = new(message.IsEchoReply, message.Type, message.Code, echo.Identifier!.Value, echo.SequenceNumber!.Value);
        return true;
    }

    private static bool TryReadIPv6(ReadOnlySpan<byte> datagram, out Answer answer)
    {
        answer = default;
        if (datagram.Length < HeaderSize)
            return false;
        Icmpv6Message message = Icmpv6Message.Read(datagram, 0);
        Icmpv6Message? echo = message.IsEchoReply ? message
            : message.IsError ? Packet.Decode(datagram[HeaderSize..], LinkLayer.Ip).First<Icmpv6Message>()
            : null;
        if (echo is null || (message.IsError && !echo.IsEchoRequest))
            return false;
        answer = new(message.IsEchoReply, message.Type, message.Code, echo.Identifier!.Value, echo.SequenceNumber!.Value);
        return true;
    }

    public readonly record struct Answer(bool IsEcho, byte Type, byte Code, ushort Identifier, ushort SequenceNumber);
}
