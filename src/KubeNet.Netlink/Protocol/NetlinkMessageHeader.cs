using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Protocol;

/// <summary>The 16 bytes before each message (<c>struct nlmsghdr</c>, linux/netlink.h), in the byte order of the machine.</summary>
/// <param name="Length">Bytes of the message, this header included, padding not.</param>
/// <param name="Type">What the message is: below 16 of netlink itself, otherwise of the protocol (<c>RTM_*</c>).</param>
/// <param name="Flags">Flags.</param>
/// <param name="Sequence">The number that an answer repeats.</param>
/// <param name="PortId">The sending socket, 0 for the kernel.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct NetlinkMessageHeader(uint Length, ushort Type, NetlinkMessageFlags Flags, uint Sequence, uint PortId)
{
    /// <summary>Bytes of a header: 16.</summary>
    public const int Size = 16;

    internal const int LengthOffset = 0;
    internal const int FlagsOffset = 6;
    internal const int SequenceOffset = 8;

    /// <summary>Reads a header.</summary>
    /// <exception cref="NetlinkFormatException">There are fewer than 16 bytes.</exception>
    public static NetlinkMessageHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size)
        {
            NetlinkFormatException.ThrowShortHeader(bytes.Length);
        }

        return MemoryMarshal.Read<NetlinkMessageHeader>(bytes);
    }
}
