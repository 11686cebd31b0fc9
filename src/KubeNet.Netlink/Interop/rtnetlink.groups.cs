namespace KubeNet.Netlink.Interop;

internal static partial class rtnetlink
{
    // Multicast groups.
    public const uint RTNLGRP_LINK = 1;
    public const uint RTNLGRP_NOTIFY = 2;
    public const uint RTNLGRP_NEIGH = 3;
    public const uint RTNLGRP_TC = 4;
    public const uint RTNLGRP_IPV4_IFADDR = 5;
    public const uint RTNLGRP_IPV4_MROUTE = 6;
    public const uint RTNLGRP_IPV4_ROUTE = 7;
    public const uint RTNLGRP_IPV4_RULE = 8;
    public const uint RTNLGRP_IPV6_IFADDR = 9;
    public const uint RTNLGRP_IPV6_MROUTE = 10;
    public const uint RTNLGRP_IPV6_ROUTE = 11;
    public const uint RTNLGRP_IPV6_IFINFO = 12;
    public const uint RTNLGRP_DECnet_IFADDR = 13;
    public const uint RTNLGRP_NOP2 = 14;
    public const uint RTNLGRP_DECnet_ROUTE = 15;
    public const uint RTNLGRP_DECnet_RULE = 16;
    public const uint RTNLGRP_NOP4 = 17;
    public const uint RTNLGRP_IPV6_PREFIX = 18;
    public const uint RTNLGRP_IPV6_RULE = 19;
    public const uint RTNLGRP_ND_USEROPT = 20;
    public const uint RTNLGRP_PHONET_IFADDR = 21;
    public const uint RTNLGRP_PHONET_ROUTE = 22;
    public const uint RTNLGRP_DCB = 23;
    public const uint RTNLGRP_IPV4_NETCONF = 24;
    public const uint RTNLGRP_IPV6_NETCONF = 25;
    public const uint RTNLGRP_MDB = 26;
    public const uint RTNLGRP_MPLS_ROUTE = 27;
    public const uint RTNLGRP_NSID = 28;
    public const uint RTNLGRP_MPLS_NETCONF = 29;
    public const uint RTNLGRP_IPV4_MROUTE_R = 30;
    public const uint RTNLGRP_IPV6_MROUTE_R = 31;
    public const uint RTNLGRP_NEXTHOP = 32;
    public const uint RTNLGRP_BRVLAN = 33;
    public const uint RTNLGRP_MCTP_IFADDR = 34;
    public const uint RTNLGRP_TUNNEL = 35;
    public const uint RTNLGRP_STATS = 36;
}
