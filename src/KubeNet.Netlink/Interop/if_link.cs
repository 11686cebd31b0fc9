namespace KubeNet.Netlink.Interop;

/// <summary>Links: IFLA_* and the attributes of each kind.</summary>
[KernelHeader("linux/if_link.h")]
internal static partial class if_link
{
    // Attributes of a link.
    public const ushort IFLA_UNSPEC = 0;
    public const ushort IFLA_ADDRESS = 1;
    public const ushort IFLA_BROADCAST = 2;
    public const ushort IFLA_IFNAME = 3;
    public const ushort IFLA_MTU = 4;
    public const ushort IFLA_LINK = 5;
    public const ushort IFLA_QDISC = 6;
    public const ushort IFLA_STATS = 7;
    public const ushort IFLA_COST = 8;
    public const ushort IFLA_PRIORITY = 9;
    public const ushort IFLA_MASTER = 10;
    public const ushort IFLA_WIRELESS = 11;
    public const ushort IFLA_PROTINFO = 12;
    public const ushort IFLA_TXQLEN = 13;
    public const ushort IFLA_MAP = 14;
    public const ushort IFLA_WEIGHT = 15;
    public const ushort IFLA_OPERSTATE = 16;
    public const ushort IFLA_LINKMODE = 17;
    public const ushort IFLA_LINKINFO = 18;
    public const ushort IFLA_NET_NS_PID = 19;
    public const ushort IFLA_IFALIAS = 20;
    public const ushort IFLA_NUM_VF = 21;
    public const ushort IFLA_VFINFO_LIST = 22;
    public const ushort IFLA_STATS64 = 23;
    public const ushort IFLA_VF_PORTS = 24;
    public const ushort IFLA_PORT_SELF = 25;
    public const ushort IFLA_AF_SPEC = 26;
    public const ushort IFLA_GROUP = 27;
    public const ushort IFLA_NET_NS_FD = 28;
    public const ushort IFLA_EXT_MASK = 29;
    public const ushort IFLA_PROMISCUITY = 30;
    public const ushort IFLA_NUM_TX_QUEUES = 31;
    public const ushort IFLA_NUM_RX_QUEUES = 32;
    public const ushort IFLA_CARRIER = 33;
    public const ushort IFLA_PHYS_PORT_ID = 34;
    public const ushort IFLA_CARRIER_CHANGES = 35;
    public const ushort IFLA_PHYS_SWITCH_ID = 36;
    public const ushort IFLA_LINK_NETNSID = 37;
    public const ushort IFLA_PHYS_PORT_NAME = 38;
    public const ushort IFLA_PROTO_DOWN = 39;
    public const ushort IFLA_GSO_MAX_SEGS = 40;
    public const ushort IFLA_GSO_MAX_SIZE = 41;
    public const ushort IFLA_PAD = 42;
    public const ushort IFLA_XDP = 43;
    public const ushort IFLA_EVENT = 44;
    public const ushort IFLA_NEW_NETNSID = 45;
    public const ushort IFLA_IF_NETNSID = 46;
    public const ushort IFLA_TARGET_NETNSID = 46;
    public const ushort IFLA_CARRIER_UP_COUNT = 47;
    public const ushort IFLA_CARRIER_DOWN_COUNT = 48;
    public const ushort IFLA_NEW_IFINDEX = 49;
    public const ushort IFLA_MIN_MTU = 50;
    public const ushort IFLA_MAX_MTU = 51;
    public const ushort IFLA_PROP_LIST = 52;
    public const ushort IFLA_ALT_IFNAME = 53;
    public const ushort IFLA_PERM_ADDRESS = 54;
    public const ushort IFLA_PROTO_DOWN_REASON = 55;
    public const ushort IFLA_PARENT_DEV_NAME = 56;
    public const ushort IFLA_PARENT_DEV_BUS_NAME = 57;
    public const ushort IFLA_GRO_MAX_SIZE = 58;
    public const ushort IFLA_TSO_MAX_SIZE = 59;
    public const ushort IFLA_TSO_MAX_SEGS = 60;
    public const ushort IFLA_ALLMULTI = 61;

    // Nested in IFLA_LINKINFO.
    public const ushort IFLA_INFO_UNSPEC = 0;
    public const ushort IFLA_INFO_KIND = 1;
    public const ushort IFLA_INFO_DATA = 2;
    public const ushort IFLA_INFO_XSTATS = 3;
    public const ushort IFLA_INFO_SLAVE_KIND = 4;
    public const ushort IFLA_INFO_SLAVE_DATA = 5;

    // Nested in IFLA_PROTO_DOWN_REASON.
    public const ushort IFLA_PROTO_DOWN_REASON_UNSPEC = 0;
    public const ushort IFLA_PROTO_DOWN_REASON_MASK = 1;
    public const ushort IFLA_PROTO_DOWN_REASON_VALUE = 2;

    // Values of IFLA_EVENT.
    public const uint IFLA_EVENT_NONE = 0;
    public const uint IFLA_EVENT_REBOOT = 1;
    public const uint IFLA_EVENT_FEATURES = 2;
    public const uint IFLA_EVENT_BONDING_FAILOVER = 3;
    public const uint IFLA_EVENT_NOTIFY_PEERS = 4;
    public const uint IFLA_EVENT_IGMP_RESEND = 5;
    public const uint IFLA_EVENT_BONDING_OPTIONS = 6;

    public struct rtnl_link_ifmap
    {
        public ulong mem_start;
        public ulong mem_end;
        public ulong base_addr;
        public ushort irq;
        public byte dma;
        public byte port;
    }
}
