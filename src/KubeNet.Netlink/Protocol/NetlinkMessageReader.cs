namespace KubeNet.Netlink.Protocol;

/// <summary>Goes through the messages of one datagram.</summary>
/// <param name="datagram">What one receive gave.</param>
public ref struct NetlinkMessageReader(ReadOnlySpan<byte> datagram)
{
    private ReadOnlySpan<byte> _rest = datagram;

    /// <summary>Gives the next message; false at the end.</summary>
    /// <exception cref="NetlinkFormatException">A message's length does not fit the datagram.</exception>
    public bool TryRead(out NetlinkMessage message)
    {
        if (_rest.IsEmpty)
        {
            message = default;
            return false;
        }

        NetlinkMessageHeader header = NetlinkMessageHeader.Read(_rest);
        if (header.Length < NetlinkMessageHeader.Size || header.Length > (uint)_rest.Length)
        {
            NetlinkFormatException.ThrowMessageLength(header.Length, _rest.Length);
        }

        int length = (int)header.Length;
        message = new NetlinkMessage(header, _rest[..length]);
        _rest = _rest[Math.Min(NetlinkAttributeHeader.Align(length), _rest.Length)..];
        return true;
    }
}
