namespace KubeNet.Netlink.Protocol;

/// <summary>The four bytes before each attribute (<c>struct nlattr</c>, linux/netlink.h): length and type, 16 bits each.</summary>
internal static class NetlinkAttributeHeader
{
    public const int Size = 4;

    /// <summary><c>NLA_F_NESTED</c>: the payload is attributes.</summary>
    public const ushort NestedFlag = 0x8000;

    /// <summary><c>NLA_TYPE_MASK</c>: the type without its two flags.</summary>
    public const ushort TypeMask = 0x3fff;

    /// <summary>Messages and attributes begin at multiples of four bytes.</summary>
    public static int Align(int length) => (length + 3) & ~3;
}
