namespace KubeNet.Netlink.Interop;

/// <summary>Bridges.</summary>
[KernelHeader("linux/if_bridge.h")]
internal static partial class if_bridge
{
    // Nested in IFLA_AF_SPEC of a bridge.
    public const ushort IFLA_BRIDGE_FLAGS = 0;
    public const ushort IFLA_BRIDGE_MODE = 1;
    public const ushort IFLA_BRIDGE_VLAN_INFO = 2;
    public const ushort IFLA_BRIDGE_VLAN_TUNNEL_INFO = 3;
    public const ushort IFLA_BRIDGE_MRP = 4;
    public const ushort IFLA_BRIDGE_CFM = 5;
    public const ushort IFLA_BRIDGE_MST = 6;

    // Values of IFLA_BRIDGE_FLAGS.
    public const ushort BRIDGE_FLAGS_MASTER = 1;
    public const ushort BRIDGE_FLAGS_SELF = 2;

    // Values of IFLA_BRIDGE_MODE.
    public const ushort BRIDGE_MODE_VEB = 0;
    public const ushort BRIDGE_MODE_VEPA = 1;
    public const ushort BRIDGE_MODE_UNDEF = 65535;

    // Flags, bridge_vlan_info.flags.
    public const ushort BRIDGE_VLAN_INFO_MASTER = 0x1;
    public const ushort BRIDGE_VLAN_INFO_PVID = 0x2;
    public const ushort BRIDGE_VLAN_INFO_UNTAGGED = 0x4;
    public const ushort BRIDGE_VLAN_INFO_RANGE_BEGIN = 0x8;
    public const ushort BRIDGE_VLAN_INFO_RANGE_END = 0x10;
    public const ushort BRIDGE_VLAN_INFO_BRENTRY = 0x20;
    public const ushort BRIDGE_VLAN_INFO_ONLY_OPTS = 0x40;

    // States of a port, IFLA_BRPORT_STATE.
    public const byte BR_STATE_DISABLED = 0;
    public const byte BR_STATE_LISTENING = 1;
    public const byte BR_STATE_LEARNING = 2;
    public const byte BR_STATE_FORWARDING = 3;
    public const byte BR_STATE_BLOCKING = 4;

    // Bits of br_boolopt_multi, IFLA_BR_MULTI_BOOLOPT.
    public const int BR_BOOLOPT_NO_LL_LEARN = 0;
    public const int BR_BOOLOPT_MCAST_VLAN_SNOOPING = 1;
    public const int BR_BOOLOPT_MST_ENABLE = 2;

    public struct bridge_vlan_info
    {
        public ushort flags;
        public ushort vid;
    }

    public struct br_boolopt_multi
    {
        public uint optval;
        public uint optmask;
    }
}
