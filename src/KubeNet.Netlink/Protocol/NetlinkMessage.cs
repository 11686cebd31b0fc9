namespace KubeNet.Netlink.Protocol;

/// <summary>One message within a datagram, without a copy.</summary>
public readonly ref struct NetlinkMessage
{
    internal NetlinkMessage(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The header.</summary>
    public NetlinkMessageHeader Header => NetlinkMessageHeader.Read(Bytes);

    /// <summary>The whole message, its header included.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>What follows the header: the family's header and its attributes.</summary>
    public ReadOnlySpan<byte> Payload => Bytes[NetlinkMessageHeader.Size..];
}
