namespace KubeNet.Netlink.Interop;

/// <summary>rtnetlink: message types, routes, metrics, multicast groups.</summary>
[KernelHeader("linux/rtnetlink.h")]
internal static partial class rtnetlink
{
    // Message types.
    public const ushort RTM_BASE = 16;
    public const ushort RTM_NEWLINK = 16;
    public const ushort RTM_DELLINK = 17;
    public const ushort RTM_GETLINK = 18;
    public const ushort RTM_SETLINK = 19;
    public const ushort RTM_NEWADDR = 20;
    public const ushort RTM_DELADDR = 21;
    public const ushort RTM_GETADDR = 22;
    public const ushort RTM_NEWROUTE = 24;
    public const ushort RTM_DELROUTE = 25;
    public const ushort RTM_GETROUTE = 26;
    public const ushort RTM_NEWNEIGH = 28;
    public const ushort RTM_DELNEIGH = 29;
    public const ushort RTM_GETNEIGH = 30;
    public const ushort RTM_NEWRULE = 32;
    public const ushort RTM_DELRULE = 33;
    public const ushort RTM_GETRULE = 34;
    public const ushort RTM_NEWQDISC = 36;
    public const ushort RTM_DELQDISC = 37;
    public const ushort RTM_GETQDISC = 38;
    public const ushort RTM_NEWTCLASS = 40;
    public const ushort RTM_DELTCLASS = 41;
    public const ushort RTM_GETTCLASS = 42;
    public const ushort RTM_NEWTFILTER = 44;
    public const ushort RTM_DELTFILTER = 45;
    public const ushort RTM_GETTFILTER = 46;
    public const ushort RTM_NEWPREFIX = 52;
    public const ushort RTM_GETMULTICAST = 58;
    public const ushort RTM_GETANYCAST = 62;
    public const ushort RTM_NEWNEIGHTBL = 64;
    public const ushort RTM_GETNEIGHTBL = 66;
    public const ushort RTM_SETNEIGHTBL = 67;
    public const ushort RTM_NEWNDUSEROPT = 68;
    public const ushort RTM_NEWADDRLABEL = 72;
    public const ushort RTM_DELADDRLABEL = 73;
    public const ushort RTM_GETADDRLABEL = 74;
    public const ushort RTM_NEWNETCONF = 80;
    public const ushort RTM_DELNETCONF = 81;
    public const ushort RTM_GETNETCONF = 82;
    public const ushort RTM_NEWMDB = 84;
    public const ushort RTM_DELMDB = 85;
    public const ushort RTM_GETMDB = 86;
    public const ushort RTM_NEWNSID = 88;
    public const ushort RTM_DELNSID = 89;
    public const ushort RTM_GETNSID = 90;
    public const ushort RTM_NEWSTATS = 92;
    public const ushort RTM_GETSTATS = 94;
    public const ushort RTM_SETSTATS = 95;
    public const ushort RTM_NEWCHAIN = 100;
    public const ushort RTM_DELCHAIN = 101;
    public const ushort RTM_GETCHAIN = 102;
    public const ushort RTM_NEWNEXTHOP = 104;
    public const ushort RTM_DELNEXTHOP = 105;
    public const ushort RTM_GETNEXTHOP = 106;
    public const ushort RTM_NEWLINKPROP = 108;
    public const ushort RTM_DELLINKPROP = 109;
    public const ushort RTM_GETLINKPROP = 110;
    public const ushort RTM_NEWVLAN = 112;
    public const ushort RTM_DELVLAN = 113;
    public const ushort RTM_GETVLAN = 114;
    public const ushort RTM_NEWNEXTHOPBUCKET = 116;
    public const ushort RTM_DELNEXTHOPBUCKET = 117;
    public const ushort RTM_GETNEXTHOPBUCKET = 118;
    public const ushort RTM_NEWTUNNEL = 120;
    public const ushort RTM_DELTUNNEL = 121;
    public const ushort RTM_GETTUNNEL = 122;

    // Filters of a link dump, IFLA_EXT_MASK.
    public const uint RTEXT_FILTER_VF = 0x1;
    public const uint RTEXT_FILTER_BRVLAN = 0x2;
    public const uint RTEXT_FILTER_BRVLAN_COMPRESSED = 0x4;
    public const uint RTEXT_FILTER_SKIP_STATS = 0x8;
    public const uint RTEXT_FILTER_MRP = 0x10;
    public const uint RTEXT_FILTER_CFM_CONFIG = 0x20;
    public const uint RTEXT_FILTER_CFM_STATUS = 0x40;
    public const uint RTEXT_FILTER_MST = 0x80;

    public struct rtgenmsg
    {
        public byte rtgen_family;
    }

    public struct ifinfomsg
    {
        public byte ifi_family;
        public byte __ifi_pad;
        public ushort ifi_type;
        public int ifi_index;
        public uint ifi_flags;
        public uint ifi_change;
    }
}
