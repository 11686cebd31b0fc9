namespace KubeNet.Netlink.Interop;

internal static partial class if_link
{
    [SinceKernel(6, 2)] public const ushort IFLA_DEVLINK_PORT = 62;
    [SinceKernel(6, 2)] public const ushort IFLA_BRPORT_MAB = 40;
    [SinceKernel(6, 3)] public const ushort IFLA_GSO_IPV4_MAX_SIZE = 63;
    [SinceKernel(6, 3)] public const ushort IFLA_GRO_IPV4_MAX_SIZE = 64;
    [SinceKernel(6, 3)] public const ushort IFLA_BRPORT_MCAST_N_GROUPS = 41;
    [SinceKernel(6, 3)] public const ushort IFLA_BRPORT_MCAST_MAX_GROUPS = 42;
    [SinceKernel(6, 4)] public const ushort IFLA_MACVLAN_BC_CUTOFF = 9;
    [SinceKernel(6, 4)] public const ushort IFLA_BRPORT_NEIGH_VLAN_SUPPRESS = 43;
    [SinceKernel(6, 5)] public const ushort IFLA_VXLAN_LOCALBYPASS = 31;
    [SinceKernel(6, 6)] public const ushort IFLA_BRPORT_BACKUP_NHID = 44;
    [SinceKernel(6, 7)] public const ushort IFLA_DPLL_PIN = 65;
    [SinceKernel(6, 7)] public const ushort IFLA_VXLAN_LABEL_POLICY = 32;
    [SinceKernel(6, 7)] public const uint VXLAN_LABEL_FIXED = 0;
    [SinceKernel(6, 7)] public const uint VXLAN_LABEL_INHERIT = 1;
    [SinceKernel(6, 7)] public const ushort IFLA_BR_FDB_N_LEARNED = 48;
    [SinceKernel(6, 7)] public const ushort IFLA_BR_FDB_MAX_LEARNED = 49;
    [SinceKernel(6, 13)] public const ushort IFLA_MAX_PACING_OFFLOAD_HORIZON = 66;
    [SinceKernel(6, 14)] public const ushort IFLA_VXLAN_RESERVED_BITS = 33;
    [SinceKernel(6, 15)] public const ushort IFLA_NETNS_IMMUTABLE = 67;
    [SinceKernel(6, 17)] public const ushort IFLA_VXLAN_MC_ROUTE = 34;
    [SinceKernel(6, 18)] public const ushort IFLA_HEADROOM = 68;
    [SinceKernel(6, 18)] public const ushort IFLA_TAILROOM = 69;
}
