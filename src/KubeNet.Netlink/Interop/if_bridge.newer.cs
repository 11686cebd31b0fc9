namespace KubeNet.Netlink.Interop;

internal static partial class if_bridge
{
    [SinceKernel(6, 16)] public const int BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION = 3;
    [SinceKernel(6, 18)] public const int BR_BOOLOPT_FDB_LOCAL_VLAN_0 = 4;
}
