namespace KubeNet.Netlink.Interop;

/// <summary>Neighbours and forwarding database entries.</summary>
[KernelHeader("linux/neighbour.h")]
internal static partial class neighbour
{
    // Attributes.
    public const ushort NDA_UNSPEC = 0;
    public const ushort NDA_DST = 1;
    public const ushort NDA_LLADDR = 2;
    public const ushort NDA_CACHEINFO = 3;
    public const ushort NDA_PROBES = 4;
    public const ushort NDA_VLAN = 5;
    public const ushort NDA_PORT = 6;
    public const ushort NDA_VNI = 7;
    public const ushort NDA_IFINDEX = 8;
    public const ushort NDA_MASTER = 9;
    public const ushort NDA_LINK_NETNSID = 10;
    public const ushort NDA_SRC_VNI = 11;
    public const ushort NDA_PROTOCOL = 12;
    public const ushort NDA_NH_ID = 13;
    public const ushort NDA_FDB_EXT_ATTRS = 14;
    public const ushort NDA_FLAGS_EXT = 15;
    public const ushort NDA_NDM_STATE_MASK = 16;
    public const ushort NDA_NDM_FLAGS_MASK = 17;

    // Flags, ndmsg.ndm_flags.
    public const byte NTF_USE = 0x1;
    public const byte NTF_SELF = 0x2;
    public const byte NTF_MASTER = 0x4;
    public const byte NTF_PROXY = 0x8;
    public const byte NTF_EXT_LEARNED = 0x10;
    public const byte NTF_OFFLOADED = 0x20;
    public const byte NTF_STICKY = 0x40;
    public const byte NTF_ROUTER = 0x80;

    // Flags, NDA_FLAGS_EXT.
    public const uint NTF_EXT_MANAGED = 0x1;

    // States, ndmsg.ndm_state.
    public const ushort NUD_INCOMPLETE = 0x1;
    public const ushort NUD_REACHABLE = 0x2;
    public const ushort NUD_STALE = 0x4;
    public const ushort NUD_DELAY = 0x8;
    public const ushort NUD_PROBE = 0x10;
    public const ushort NUD_FAILED = 0x20;
    public const ushort NUD_NOARP = 0x40;
    public const ushort NUD_PERMANENT = 0x80;
    public const ushort NUD_NONE = 0x0;

    // Nested in NDA_FDB_EXT_ATTRS.
    public const ushort NFEA_UNSPEC = 0;
    public const ushort NFEA_ACTIVITY_NOTIFY = 1;
    public const ushort NFEA_DONT_REFRESH = 2;

    // Values of NFEA_ACTIVITY_NOTIFY.
    public const byte FDB_NOTIFY_BIT = 0x1;
    public const byte FDB_NOTIFY_INACTIVE_BIT = 0x2;

    public struct ndmsg
    {
        public byte ndm_family;
        public byte ndm_pad1;
        public ushort ndm_pad2;
        public int ndm_ifindex;
        public ushort ndm_state;
        public byte ndm_flags;
        public byte ndm_type;
    }

    public struct nda_cacheinfo
    {
        public uint ndm_confirmed;
        public uint ndm_used;
        public uint ndm_updated;
        public uint ndm_refcnt;
    }
}
