namespace KubeNet.Netlink.Interop;

/// <summary>The tun and tap driver.</summary>
[KernelHeader("linux/if_tun.h")]
internal static partial class if_tun
{
    // Requests of ioctl.
    public const uint TUNSETIFF = 0x400454CA;
    public const uint TUNSETPERSIST = 0x400454CB;
    public const uint TUNSETOWNER = 0x400454CC;
    public const uint TUNSETLINK = 0x400454CD;
    public const uint TUNSETGROUP = 0x400454CE;
    public const uint TUNGETFEATURES = 0x800454CF;
    public const uint TUNSETOFFLOAD = 0x400454D0;
    public const uint TUNGETIFF = 0x800454D2;
    public const uint TUNSETSNDBUF = 0x400454D4;
    public const uint TUNGETVNETHDRSZ = 0x800454D7;
    public const uint TUNSETVNETHDRSZ = 0x400454D8;
    public const uint TUNSETQUEUE = 0x400454D9;
    public const uint TUNSETCARRIER = 0x400454E2;
    public const uint TUNGETDEVNETNS = 0x000054E3;

    // Flags of TUNSETIFF, ifreq.ifr_flags.
    public const ushort IFF_TUN = 0x0001;
    public const ushort IFF_TAP = 0x0002;
    public const ushort IFF_NAPI = 0x0010;
    public const ushort IFF_NAPI_FRAGS = 0x0020;
    public const ushort IFF_NO_CARRIER = 0x0040;
    public const ushort IFF_NO_PI = 0x1000;
    public const ushort IFF_ONE_QUEUE = 0x2000;
    public const ushort IFF_VNET_HDR = 0x4000;
    public const ushort IFF_TUN_EXCL = 0x8000;
    public const ushort IFF_MULTI_QUEUE = 0x0100;
    public const ushort IFF_ATTACH_QUEUE = 0x0200;
    public const ushort IFF_DETACH_QUEUE = 0x0400;
    public const ushort IFF_PERSIST = 0x0800;
    public const ushort IFF_NOFILTER = 0x1000;
}
