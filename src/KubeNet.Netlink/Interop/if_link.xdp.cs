namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    // Nested in IFLA_XDP.
    public const ushort IFLA_XDP_UNSPEC = 0;
    public const ushort IFLA_XDP_FD = 1;
    public const ushort IFLA_XDP_ATTACHED = 2;
    public const ushort IFLA_XDP_FLAGS = 3;
    public const ushort IFLA_XDP_PROG_ID = 4;
    public const ushort IFLA_XDP_DRV_PROG_ID = 5;
    public const ushort IFLA_XDP_SKB_PROG_ID = 6;
    public const ushort IFLA_XDP_HW_PROG_ID = 7;
    public const ushort IFLA_XDP_EXPECTED_FD = 8;

    // Values of IFLA_XDP_ATTACHED.
    public const byte XDP_ATTACHED_NONE = 0;
    public const byte XDP_ATTACHED_DRV = 1;
    public const byte XDP_ATTACHED_SKB = 2;
    public const byte XDP_ATTACHED_HW = 3;
    public const byte XDP_ATTACHED_MULTI = 4;

    // Values of IFLA_XDP_FLAGS.
    public const uint XDP_FLAGS_UPDATE_IF_NOEXIST = 0x1;
    public const uint XDP_FLAGS_SKB_MODE = 0x2;
    public const uint XDP_FLAGS_DRV_MODE = 0x4;
    public const uint XDP_FLAGS_HW_MODE = 0x8;
    public const uint XDP_FLAGS_REPLACE = 0x10;
    public const uint XDP_FLAGS_MODES = 0xE;
    public const uint XDP_FLAGS_MASK = 0x1F;
}
