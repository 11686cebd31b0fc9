namespace KubeNet.Netlink.Interop;

internal static partial class rtnetlink
{
    // Tables.
    public const uint RT_TABLE_UNSPEC = 0;
    public const uint RT_TABLE_COMPAT = 252;
    public const uint RT_TABLE_DEFAULT = 253;
    public const uint RT_TABLE_MAIN = 254;
    public const uint RT_TABLE_LOCAL = 255;

    // Who made a route, rtmsg.rtm_protocol.
    public const byte RTPROT_UNSPEC = 0;
    public const byte RTPROT_REDIRECT = 1;
    public const byte RTPROT_KERNEL = 2;
    public const byte RTPROT_BOOT = 3;
    public const byte RTPROT_STATIC = 4;
    public const byte RTPROT_GATED = 8;
    public const byte RTPROT_RA = 9;
    public const byte RTPROT_MRT = 10;
    public const byte RTPROT_ZEBRA = 11;
    public const byte RTPROT_BIRD = 12;
    public const byte RTPROT_DNROUTED = 13;
    public const byte RTPROT_XORP = 14;
    public const byte RTPROT_NTK = 15;
    public const byte RTPROT_DHCP = 16;
    public const byte RTPROT_MROUTED = 17;
    public const byte RTPROT_KEEPALIVED = 18;
    public const byte RTPROT_BABEL = 42;
    public const byte RTPROT_OPENR = 99;
    public const byte RTPROT_BGP = 186;
    public const byte RTPROT_ISIS = 187;
    public const byte RTPROT_OSPF = 188;
    public const byte RTPROT_RIP = 189;
    public const byte RTPROT_EIGRP = 192;

    // Scopes.
    public const byte RT_SCOPE_UNIVERSE = 0;
    public const byte RT_SCOPE_SITE = 200;
    public const byte RT_SCOPE_LINK = 253;
    public const byte RT_SCOPE_HOST = 254;
    public const byte RT_SCOPE_NOWHERE = 255;

    // Types.
    public const byte RTN_UNSPEC = 0;
    public const byte RTN_UNICAST = 1;
    public const byte RTN_LOCAL = 2;
    public const byte RTN_BROADCAST = 3;
    public const byte RTN_ANYCAST = 4;
    public const byte RTN_MULTICAST = 5;
    public const byte RTN_BLACKHOLE = 6;
    public const byte RTN_UNREACHABLE = 7;
    public const byte RTN_PROHIBIT = 8;
    public const byte RTN_THROW = 9;
    public const byte RTN_NAT = 10;
    public const byte RTN_XRESOLVE = 11;

    // Next hop flags, rtnexthop.rtnh_flags and the low byte of rtmsg.rtm_flags.
    public const uint RTNH_F_DEAD = 0x1;
    public const uint RTNH_F_PERVASIVE = 0x2;
    public const uint RTNH_F_ONLINK = 0x4;
    public const uint RTNH_F_OFFLOAD = 0x8;
    public const uint RTNH_F_LINKDOWN = 0x10;
    public const uint RTNH_F_UNRESOLVED = 0x20;
    public const uint RTNH_F_TRAP = 0x40;
    public const uint RTNH_COMPARE_MASK = 0x59;

    // Sizes.
    public const int RTA_ALIGNTO = 4;
    public const int RTNH_ALIGNTO = 4;

    // Route flags, rtmsg.rtm_flags.
    public const uint RTM_F_NOTIFY = 0x100;
    public const uint RTM_F_CLONED = 0x200;
    public const uint RTM_F_EQUALIZE = 0x400;
    public const uint RTM_F_PREFIX = 0x800;
    public const uint RTM_F_LOOKUP_TABLE = 0x1000;
    public const uint RTM_F_FIB_MATCH = 0x2000;
    public const uint RTM_F_OFFLOAD = 0x4000;
    public const uint RTM_F_TRAP = 0x8000;
    public const uint RTM_F_OFFLOAD_FAILED = 0x20000000;

    // Attributes.
    public const ushort RTA_UNSPEC = 0;
    public const ushort RTA_DST = 1;
    public const ushort RTA_SRC = 2;
    public const ushort RTA_IIF = 3;
    public const ushort RTA_OIF = 4;
    public const ushort RTA_GATEWAY = 5;
    public const ushort RTA_PRIORITY = 6;
    public const ushort RTA_PREFSRC = 7;
    public const ushort RTA_METRICS = 8;
    public const ushort RTA_MULTIPATH = 9;
    public const ushort RTA_PROTOINFO = 10;
    public const ushort RTA_FLOW = 11;
    public const ushort RTA_CACHEINFO = 12;
    public const ushort RTA_SESSION = 13;
    public const ushort RTA_MP_ALGO = 14;
    public const ushort RTA_TABLE = 15;
    public const ushort RTA_MARK = 16;
    public const ushort RTA_MFC_STATS = 17;
    public const ushort RTA_VIA = 18;
    public const ushort RTA_NEWDST = 19;
    public const ushort RTA_PREF = 20;
    public const ushort RTA_ENCAP_TYPE = 21;
    public const ushort RTA_ENCAP = 22;
    public const ushort RTA_EXPIRES = 23;
    public const ushort RTA_PAD = 24;
    public const ushort RTA_UID = 25;
    public const ushort RTA_TTL_PROPAGATE = 26;
    public const ushort RTA_IP_PROTO = 27;
    public const ushort RTA_SPORT = 28;
    public const ushort RTA_DPORT = 29;
    public const ushort RTA_NH_ID = 30;

    // Metrics, nested in RTA_METRICS.
    public const ushort RTAX_UNSPEC = 0;
    public const ushort RTAX_LOCK = 1;
    public const ushort RTAX_MTU = 2;
    public const ushort RTAX_WINDOW = 3;
    public const ushort RTAX_RTT = 4;
    public const ushort RTAX_RTTVAR = 5;
    public const ushort RTAX_SSTHRESH = 6;
    public const ushort RTAX_CWND = 7;
    public const ushort RTAX_ADVMSS = 8;
    public const ushort RTAX_REORDERING = 9;
    public const ushort RTAX_HOPLIMIT = 10;
    public const ushort RTAX_INITCWND = 11;
    public const ushort RTAX_FEATURES = 12;
    public const ushort RTAX_RTO_MIN = 13;
    public const ushort RTAX_INITRWND = 14;
    public const ushort RTAX_QUICKACK = 15;
    public const ushort RTAX_CC_ALGO = 16;
    public const ushort RTAX_FASTOPEN_NO_COOKIE = 17;

    // Values of RTAX_FEATURES.
    public const uint RTAX_FEATURE_ECN = 0x1;
    public const uint RTAX_FEATURE_SACK = 0x2;
    public const uint RTAX_FEATURE_TIMESTAMP = 0x4;
    public const uint RTAX_FEATURE_ALLFRAG = 0x8;

    public struct rtmsg
    {
        public byte rtm_family;
        public byte rtm_dst_len;
        public byte rtm_src_len;
        public byte rtm_tos;
        public byte rtm_table;
        public byte rtm_protocol;
        public byte rtm_scope;
        public byte rtm_type;
        public uint rtm_flags;
    }

    public struct rtnexthop
    {
        public ushort rtnh_len;
        public byte rtnh_flags;
        public byte rtnh_hops;
        public int rtnh_ifindex;
    }

    /// <summary>The address bytes follow.</summary>
    public struct rtvia
    {
        public ushort rtvia_family;
    }

    public struct rta_cacheinfo
    {
        public uint rta_clntref;
        public uint rta_lastuse;
        public int rta_expires;
        public uint rta_error;
        public uint rta_used;
        public uint rta_id;
        public uint rta_ts;
        public uint rta_tsage;
    }
}
