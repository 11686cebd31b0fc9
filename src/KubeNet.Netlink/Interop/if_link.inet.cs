namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Nested in IFLA_AF_SPEC under AF_INET.
    public const ushort IFLA_INET_UNSPEC = 0;
    public const ushort IFLA_INET_CONF = 1;

    // Nested in IFLA_AF_SPEC under AF_INET6.
    public const ushort IFLA_INET6_UNSPEC = 0;
    public const ushort IFLA_INET6_FLAGS = 1;
    public const ushort IFLA_INET6_CONF = 2;
    public const ushort IFLA_INET6_STATS = 3;
    public const ushort IFLA_INET6_MCAST = 4;
    public const ushort IFLA_INET6_CACHEINFO = 5;
    public const ushort IFLA_INET6_ICMP6STATS = 6;
    public const ushort IFLA_INET6_TOKEN = 7;
    public const ushort IFLA_INET6_ADDR_GEN_MODE = 8;
    public const ushort IFLA_INET6_RA_MTU = 9;

    // Values of IFLA_INET6_ADDR_GEN_MODE.
    public const byte IN6_ADDR_GEN_MODE_EUI64 = 0;
    public const byte IN6_ADDR_GEN_MODE_NONE = 1;
    public const byte IN6_ADDR_GEN_MODE_STABLE_PRIVACY = 2;
    public const byte IN6_ADDR_GEN_MODE_RANDOM = 3;

    public struct ifla_cacheinfo
    {
        public uint max_reasm_len;
        public uint tstamp;
        public uint reachable_time;
        public uint retrans_time;
    }
}
