using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Interop;

/// <summary>Interface flags and states.</summary>
[KernelHeader("linux/if.h")]
internal static partial class @if
{
    // Flags, ifinfomsg.ifi_flags.
    public const uint IFF_UP = 0x1;
    public const uint IFF_BROADCAST = 0x2;
    public const uint IFF_DEBUG = 0x4;
    public const uint IFF_LOOPBACK = 0x8;
    public const uint IFF_POINTOPOINT = 0x10;
    public const uint IFF_NOTRAILERS = 0x20;
    public const uint IFF_RUNNING = 0x40;
    public const uint IFF_NOARP = 0x80;
    public const uint IFF_PROMISC = 0x100;
    public const uint IFF_ALLMULTI = 0x200;
    public const uint IFF_MASTER = 0x400;
    public const uint IFF_SLAVE = 0x800;
    public const uint IFF_MULTICAST = 0x1000;
    public const uint IFF_PORTSEL = 0x2000;
    public const uint IFF_AUTOMEDIA = 0x4000;
    public const uint IFF_DYNAMIC = 0x8000;
    public const uint IFF_LOWER_UP = 0x10000;
    public const uint IFF_DORMANT = 0x20000;
    public const uint IFF_ECHO = 0x40000;
    public const uint IFF_VOLATILE = 0x70C5A;

    // Values of IFLA_OPERSTATE (RFC 2863).
    public const byte IF_OPER_UNKNOWN = 0;
    public const byte IF_OPER_NOTPRESENT = 1;
    public const byte IF_OPER_DOWN = 2;
    public const byte IF_OPER_LOWERLAYERDOWN = 3;
    public const byte IF_OPER_TESTING = 4;
    public const byte IF_OPER_DORMANT = 5;
    public const byte IF_OPER_UP = 6;

    // Values of IFLA_LINKMODE.
    public const byte IF_LINK_MODE_DEFAULT = 0;
    public const byte IF_LINK_MODE_DORMANT = 1;
    public const byte IF_LINK_MODE_TESTING = 2;

    // Sizes, the closing NUL included.
    public const int IFNAMSIZ = 16;
    public const int IFALIASZ = 256;
    public const int ALTIFNAMSIZ = 128;

    public unsafe struct ifreq
    {
        public fixed byte ifr_name[IFNAMSIZ];
        public ifru ifr_ifru;

        /// <summary>A union; its largest member is an ifmap, which no caller here needs.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 24)]
        public struct ifru
        {
            [FieldOffset(0)] public short ifru_flags;
            [FieldOffset(0)] public int ifru_ivalue;
            [FieldOffset(0)] public int ifru_mtu;
        }
    }
}
