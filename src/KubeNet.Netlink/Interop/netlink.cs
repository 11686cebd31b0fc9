namespace KubeNet.Netlink.Interop;

/// <summary>Netlink itself: message header, flags, control messages, socket options, attribute policy.</summary>
[KernelHeader("linux/netlink.h")]
internal static partial class netlink
{
    // Protocols (third argument of socket).
    public const int NETLINK_ROUTE = 0;
    public const int NETLINK_USERSOCK = 2;
    public const int NETLINK_SOCK_DIAG = 4;
    public const int NETLINK_NFLOG = 5;
    public const int NETLINK_XFRM = 6;
    public const int NETLINK_SELINUX = 7;
    public const int NETLINK_ISCSI = 8;
    public const int NETLINK_AUDIT = 9;
    public const int NETLINK_FIB_LOOKUP = 10;
    public const int NETLINK_CONNECTOR = 11;
    public const int NETLINK_NETFILTER = 12;
    public const int NETLINK_KOBJECT_UEVENT = 15;
    public const int NETLINK_GENERIC = 16;
    public const int NETLINK_RDMA = 20;
    public const int NETLINK_CRYPTO = 21;
    public const int NETLINK_SMC = 22;

    // Message flags, nlmsghdr.nlmsg_flags.
    public const ushort NLM_F_REQUEST = 0x001;
    public const ushort NLM_F_MULTI = 0x002;
    public const ushort NLM_F_ACK = 0x004;
    public const ushort NLM_F_ECHO = 0x008;
    public const ushort NLM_F_DUMP_INTR = 0x010;
    public const ushort NLM_F_DUMP_FILTERED = 0x020;
    public const ushort NLM_F_ROOT = 0x100;
    public const ushort NLM_F_MATCH = 0x200;
    public const ushort NLM_F_ATOMIC = 0x400;
    public const ushort NLM_F_DUMP = 0x300;
    public const ushort NLM_F_REPLACE = 0x100;
    public const ushort NLM_F_EXCL = 0x200;
    public const ushort NLM_F_CREATE = 0x400;
    public const ushort NLM_F_APPEND = 0x800;
    public const ushort NLM_F_NONREC = 0x100;
    public const ushort NLM_F_BULK = 0x200;
    public const ushort NLM_F_CAPPED = 0x100;
    public const ushort NLM_F_ACK_TLVS = 0x200;

    // Control messages.
    public const ushort NLMSG_NOOP = 1;
    public const ushort NLMSG_ERROR = 2;
    public const ushort NLMSG_DONE = 3;
    public const ushort NLMSG_OVERRUN = 4;
    public const ushort NLMSG_MIN_TYPE = 16;

    // Sizes.
    public const int NLMSG_ALIGNTO = 4;
    public const int NLMSG_HDRLEN = 16;
    public const int NLA_ALIGNTO = 4;
    public const int NLA_HDRLEN = 4;

    // Attribute type flags.
    public const ushort NLA_F_NESTED = 0x8000;
    public const ushort NLA_F_NET_BYTEORDER = 0x4000;

    // Extended acknowledgement attributes.
    public const ushort NLMSGERR_ATTR_UNUSED = 0;
    public const ushort NLMSGERR_ATTR_MSG = 1;
    public const ushort NLMSGERR_ATTR_OFFS = 2;
    public const ushort NLMSGERR_ATTR_COOKIE = 3;
    public const ushort NLMSGERR_ATTR_POLICY = 4;
    public const ushort NLMSGERR_ATTR_MISS_TYPE = 5;
    public const ushort NLMSGERR_ATTR_MISS_NEST = 6;

    // Socket options, level SOL_NETLINK.
    public const int NETLINK_ADD_MEMBERSHIP = 1;
    public const int NETLINK_DROP_MEMBERSHIP = 2;
    public const int NETLINK_PKTINFO = 3;
    public const int NETLINK_BROADCAST_ERROR = 4;
    public const int NETLINK_NO_ENOBUFS = 5;
    public const int NETLINK_LISTEN_ALL_NSID = 8;
    public const int NETLINK_LIST_MEMBERSHIPS = 9;
    public const int NETLINK_CAP_ACK = 10;
    public const int NETLINK_EXT_ACK = 11;
    public const int NETLINK_GET_STRICT_CHK = 12;

    public struct sockaddr_nl
    {
        public ushort nl_family;
        public ushort nl_pad;
        public uint nl_pid;
        public uint nl_groups;
    }

    public struct nlmsghdr
    {
        public uint nlmsg_len;
        public ushort nlmsg_type;
        public ushort nlmsg_flags;
        public uint nlmsg_seq;
        public uint nlmsg_pid;
    }

    public struct nlmsgerr
    {
        public int error;
        public nlmsghdr msg;
    }

    public struct nlattr
    {
        public ushort nla_len;
        public ushort nla_type;
    }

    public struct nl_pktinfo
    {
        public uint group;
    }

    public struct nla_bitfield32
    {
        public uint value;
        public uint selector;
    }
}
