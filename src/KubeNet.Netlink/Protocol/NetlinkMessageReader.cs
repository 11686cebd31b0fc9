using System.Runtime.InteropServices;

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
        ReadOnlySpan<byte> rest = _rest;
        if (rest.Length < NetlinkMessageHeader.Size)
        {
            if (!rest.IsEmpty)
            {
                NetlinkFormatException.ThrowShortHeader(rest.Length);
            }

            message = default;
            return false;
        }

        uint length = MemoryMarshal.Read<uint>(rest);
        if (length < NetlinkMessageHeader.Size || length > (uint)rest.Length)
        {
            NetlinkFormatException.ThrowMessageLength(length, rest.Length);
        }

        message = new NetlinkMessage(rest[..(int)length]);
        int next = NetlinkAttributeHeader.Align((int)length);
        _rest = next < rest.Length ? rest[next..] : default;
        return true;
    }
}
