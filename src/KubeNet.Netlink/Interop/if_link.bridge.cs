namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Attributes of kind bridge.
    public const ushort IFLA_BR_UNSPEC = 0;
    public const ushort IFLA_BR_FORWARD_DELAY = 1;
    public const ushort IFLA_BR_HELLO_TIME = 2;
    public const ushort IFLA_BR_MAX_AGE = 3;
    public const ushort IFLA_BR_AGEING_TIME = 4;
    public const ushort IFLA_BR_STP_STATE = 5;
    public const ushort IFLA_BR_PRIORITY = 6;
    public const ushort IFLA_BR_VLAN_FILTERING = 7;
    public const ushort IFLA_BR_VLAN_PROTOCOL = 8;
    public const ushort IFLA_BR_GROUP_FWD_MASK = 9;
    public const ushort IFLA_BR_ROOT_ID = 10;
    public const ushort IFLA_BR_BRIDGE_ID = 11;
    public const ushort IFLA_BR_ROOT_PORT = 12;
    public const ushort IFLA_BR_ROOT_PATH_COST = 13;
    public const ushort IFLA_BR_TOPOLOGY_CHANGE = 14;
    public const ushort IFLA_BR_TOPOLOGY_CHANGE_DETECTED = 15;
    public const ushort IFLA_BR_HELLO_TIMER = 16;
    public const ushort IFLA_BR_TCN_TIMER = 17;
    public const ushort IFLA_BR_TOPOLOGY_CHANGE_TIMER = 18;
    public const ushort IFLA_BR_GC_TIMER = 19;
    public const ushort IFLA_BR_GROUP_ADDR = 20;
    public const ushort IFLA_BR_FDB_FLUSH = 21;
    public const ushort IFLA_BR_MCAST_ROUTER = 22;
    public const ushort IFLA_BR_MCAST_SNOOPING = 23;
    public const ushort IFLA_BR_MCAST_QUERY_USE_IFADDR = 24;
    public const ushort IFLA_BR_MCAST_QUERIER = 25;
    public const ushort IFLA_BR_MCAST_HASH_ELASTICITY = 26;
    public const ushort IFLA_BR_MCAST_HASH_MAX = 27;
    public const ushort IFLA_BR_MCAST_LAST_MEMBER_CNT = 28;
    public const ushort IFLA_BR_MCAST_STARTUP_QUERY_CNT = 29;
    public const ushort IFLA_BR_MCAST_LAST_MEMBER_INTVL = 30;
    public const ushort IFLA_BR_MCAST_MEMBERSHIP_INTVL = 31;
    public const ushort IFLA_BR_MCAST_QUERIER_INTVL = 32;
    public const ushort IFLA_BR_MCAST_QUERY_INTVL = 33;
    public const ushort IFLA_BR_MCAST_QUERY_RESPONSE_INTVL = 34;
    public const ushort IFLA_BR_MCAST_STARTUP_QUERY_INTVL = 35;
    public const ushort IFLA_BR_NF_CALL_IPTABLES = 36;
    public const ushort IFLA_BR_NF_CALL_IP6TABLES = 37;
    public const ushort IFLA_BR_NF_CALL_ARPTABLES = 38;
    public const ushort IFLA_BR_VLAN_DEFAULT_PVID = 39;
    public const ushort IFLA_BR_PAD = 40;
    public const ushort IFLA_BR_VLAN_STATS_ENABLED = 41;
    public const ushort IFLA_BR_MCAST_STATS_ENABLED = 42;
    public const ushort IFLA_BR_MCAST_IGMP_VERSION = 43;
    public const ushort IFLA_BR_MCAST_MLD_VERSION = 44;
    public const ushort IFLA_BR_VLAN_STATS_PER_PORT = 45;
    public const ushort IFLA_BR_MULTI_BOOLOPT = 46;
    public const ushort IFLA_BR_MCAST_QUERIER_STATE = 47;

    // Attributes of a bridge port, nested in IFLA_INFO_SLAVE_DATA or IFLA_PROTINFO.
    public const ushort IFLA_BRPORT_UNSPEC = 0;
    public const ushort IFLA_BRPORT_STATE = 1;
    public const ushort IFLA_BRPORT_PRIORITY = 2;
    public const ushort IFLA_BRPORT_COST = 3;
    public const ushort IFLA_BRPORT_MODE = 4;
    public const ushort IFLA_BRPORT_GUARD = 5;
    public const ushort IFLA_BRPORT_PROTECT = 6;
    public const ushort IFLA_BRPORT_FAST_LEAVE = 7;
    public const ushort IFLA_BRPORT_LEARNING = 8;
    public const ushort IFLA_BRPORT_UNICAST_FLOOD = 9;
    public const ushort IFLA_BRPORT_PROXYARP = 10;
    public const ushort IFLA_BRPORT_LEARNING_SYNC = 11;
    public const ushort IFLA_BRPORT_PROXYARP_WIFI = 12;
    public const ushort IFLA_BRPORT_ROOT_ID = 13;
    public const ushort IFLA_BRPORT_BRIDGE_ID = 14;
    public const ushort IFLA_BRPORT_DESIGNATED_PORT = 15;
    public const ushort IFLA_BRPORT_DESIGNATED_COST = 16;
    public const ushort IFLA_BRPORT_ID = 17;
    public const ushort IFLA_BRPORT_NO = 18;
    public const ushort IFLA_BRPORT_TOPOLOGY_CHANGE_ACK = 19;
    public const ushort IFLA_BRPORT_CONFIG_PENDING = 20;
    public const ushort IFLA_BRPORT_MESSAGE_AGE_TIMER = 21;
    public const ushort IFLA_BRPORT_FORWARD_DELAY_TIMER = 22;
    public const ushort IFLA_BRPORT_HOLD_TIMER = 23;
    public const ushort IFLA_BRPORT_FLUSH = 24;
    public const ushort IFLA_BRPORT_MULTICAST_ROUTER = 25;
    public const ushort IFLA_BRPORT_PAD = 26;
    public const ushort IFLA_BRPORT_MCAST_FLOOD = 27;
    public const ushort IFLA_BRPORT_MCAST_TO_UCAST = 28;
    public const ushort IFLA_BRPORT_VLAN_TUNNEL = 29;
    public const ushort IFLA_BRPORT_BCAST_FLOOD = 30;
    public const ushort IFLA_BRPORT_GROUP_FWD_MASK = 31;
    public const ushort IFLA_BRPORT_NEIGH_SUPPRESS = 32;
    public const ushort IFLA_BRPORT_ISOLATED = 33;
    public const ushort IFLA_BRPORT_BACKUP_PORT = 34;
    public const ushort IFLA_BRPORT_MRP_RING_OPEN = 35;
    public const ushort IFLA_BRPORT_MRP_IN_OPEN = 36;
    public const ushort IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT = 37;
    public const ushort IFLA_BRPORT_MCAST_EHT_HOSTS_CNT = 38;
    public const ushort IFLA_BRPORT_LOCKED = 39;

    // Values of IFLA_BRPORT_MODE.
    public const byte BRIDGE_MODE_UNSPEC = 0;
    public const byte BRIDGE_MODE_HAIRPIN = 1;

    public unsafe struct ifla_bridge_id
    {
        public fixed byte prio[2];
        public fixed byte addr[6];
    }
}
