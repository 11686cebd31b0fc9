namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Attributes of kinds macvlan and macvtap.
    public const ushort IFLA_MACVLAN_UNSPEC = 0;
    public const ushort IFLA_MACVLAN_MODE = 1;
    public const ushort IFLA_MACVLAN_FLAGS = 2;
    public const ushort IFLA_MACVLAN_MACADDR_MODE = 3;
    public const ushort IFLA_MACVLAN_MACADDR = 4;
    public const ushort IFLA_MACVLAN_MACADDR_DATA = 5;
    public const ushort IFLA_MACVLAN_MACADDR_COUNT = 6;
    public const ushort IFLA_MACVLAN_BC_QUEUE_LEN = 7;
    public const ushort IFLA_MACVLAN_BC_QUEUE_LEN_USED = 8;

    // Values of IFLA_MACVLAN_MODE.
    public const uint MACVLAN_MODE_PRIVATE = 1;
    public const uint MACVLAN_MODE_VEPA = 2;
    public const uint MACVLAN_MODE_BRIDGE = 4;
    public const uint MACVLAN_MODE_PASSTHRU = 8;
    public const uint MACVLAN_MODE_SOURCE = 16;

    // Values of IFLA_MACVLAN_MACADDR_MODE.
    public const uint MACVLAN_MACADDR_ADD = 0;
    public const uint MACVLAN_MACADDR_DEL = 1;
    public const uint MACVLAN_MACADDR_FLUSH = 2;
    public const uint MACVLAN_MACADDR_SET = 3;

    // Values of IFLA_MACVLAN_FLAGS.
    public const ushort MACVLAN_FLAG_NOPROMISC = 1;
    public const ushort MACVLAN_FLAG_NODST = 2;
}
