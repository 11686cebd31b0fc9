namespace KubeNet.Netlink.Interop;

/// <summary>Hardware types, ifinfomsg.ifi_type.</summary>
[KernelHeader("linux/if_arp.h")]
internal static partial class if_arp
{
    // Hardware types.
    public const ushort ARPHRD_NETROM = 0;
    public const ushort ARPHRD_ETHER = 1;
    public const ushort ARPHRD_INFINIBAND = 32;
    public const ushort ARPHRD_CAN = 280;
    public const ushort ARPHRD_PPP = 512;
    public const ushort ARPHRD_RAWIP = 519;
    public const ushort ARPHRD_TUNNEL = 768;
    public const ushort ARPHRD_TUNNEL6 = 769;
    public const ushort ARPHRD_LOOPBACK = 772;
    public const ushort ARPHRD_SIT = 776;
    public const ushort ARPHRD_IPGRE = 778;
    public const ushort ARPHRD_IP6GRE = 823;
    public const ushort ARPHRD_NETLINK = 824;
    public const ushort ARPHRD_6LOWPAN = 825;
    public const ushort ARPHRD_VSOCKMON = 826;
    public const ushort ARPHRD_VOID = 65535;
    public const ushort ARPHRD_NONE = 65534;
}
