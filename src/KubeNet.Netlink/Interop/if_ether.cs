namespace KubeNet.Netlink.Interop;

/// <summary>Ethernet.</summary>
[KernelHeader("linux/if_ether.h")]
internal static partial class if_ether
{
    // Sizes.
    public const int ETH_ALEN = 6;
    public const int ETH_HLEN = 14;
    public const int ETH_ZLEN = 60;
    public const int ETH_DATA_LEN = 1500;
    public const int ETH_FRAME_LEN = 1514;
    public const int ETH_MIN_MTU = 68;
    public const int ETH_MAX_MTU = 65535;

    // Protocols.
    public const ushort ETH_P_IP = 0x0800;
    public const ushort ETH_P_ARP = 0x0806;
    public const ushort ETH_P_TEB = 0x6558;
    public const ushort ETH_P_8021Q = 0x8100;
    public const ushort ETH_P_IPV6 = 0x86DD;
    public const ushort ETH_P_MPLS_UC = 0x8847;
    public const ushort ETH_P_MPLS_MC = 0x8848;
    public const ushort ETH_P_PAE = 0x888E;
    public const ushort ETH_P_8021AD = 0x88A8;
    public const ushort ETH_P_LLDP = 0x88CC;
    public const ushort ETH_P_MACSEC = 0x88E5;
    public const ushort ETH_P_ALL = 0x0003;
}
