namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Attributes of RTM_NEWSTATS.
    public const ushort IFLA_STATS_UNSPEC = 0;
    public const ushort IFLA_STATS_LINK_64 = 1;
    public const ushort IFLA_STATS_LINK_XSTATS = 2;
    public const ushort IFLA_STATS_LINK_XSTATS_SLAVE = 3;
    public const ushort IFLA_STATS_LINK_OFFLOAD_XSTATS = 4;
    public const ushort IFLA_STATS_AF_SPEC = 5;

    // Nested in IFLA_STATS_LINK_OFFLOAD_XSTATS.
    public const ushort IFLA_OFFLOAD_XSTATS_UNSPEC = 0;
    public const ushort IFLA_OFFLOAD_XSTATS_CPU_HIT = 1;
    public const ushort IFLA_OFFLOAD_XSTATS_HW_S_INFO = 2;
    public const ushort IFLA_OFFLOAD_XSTATS_L3_STATS = 3;

    public struct if_stats_msg
    {
        public byte family;
        public byte pad1;
        public ushort pad2;
        public uint ifindex;
        public uint filter_mask;
    }

    public struct rtnl_link_stats64
    {
        public ulong rx_packets;
        public ulong tx_packets;
        public ulong rx_bytes;
        public ulong tx_bytes;
        public ulong rx_errors;
        public ulong tx_errors;
        public ulong rx_dropped;
        public ulong tx_dropped;
        public ulong multicast;
        public ulong collisions;
        public ulong rx_length_errors;
        public ulong rx_over_errors;
        public ulong rx_crc_errors;
        public ulong rx_frame_errors;
        public ulong rx_fifo_errors;
        public ulong rx_missed_errors;
        public ulong tx_aborted_errors;
        public ulong tx_carrier_errors;
        public ulong tx_fifo_errors;
        public ulong tx_heartbeat_errors;
        public ulong tx_window_errors;
        public ulong rx_compressed;
        public ulong tx_compressed;
        public ulong rx_nohandler;
        public ulong rx_otherhost_dropped;
    }
}
