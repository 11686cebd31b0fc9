namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Attributes of kind tun, which only reports.
    public const ushort IFLA_TUN_UNSPEC = 0;
    public const ushort IFLA_TUN_OWNER = 1;
    public const ushort IFLA_TUN_GROUP = 2;
    public const ushort IFLA_TUN_TYPE = 3;
    public const ushort IFLA_TUN_PI = 4;
    public const ushort IFLA_TUN_VNET_HDR = 5;
    public const ushort IFLA_TUN_PERSIST = 6;
    public const ushort IFLA_TUN_MULTI_QUEUE = 7;
    public const ushort IFLA_TUN_NUM_QUEUES = 8;
    public const ushort IFLA_TUN_NUM_DISABLED_QUEUES = 9;
}
