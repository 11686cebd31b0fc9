namespace KubeNet.Netlink.Interop;

internal static partial class rtnetlink
{
    [SinceKernel(6, 7)] public const uint RTAX_FEATURE_TCP_USEC_TS = 0x10;
    [SinceKernel(6, 14)] public const ushort RTM_NEWMULTICAST = 56;
    [SinceKernel(6, 14)] public const ushort RTM_DELMULTICAST = 57;
    [SinceKernel(6, 14)] public const ushort RTM_NEWANYCAST = 60;
    [SinceKernel(6, 14)] public const ushort RTM_DELANYCAST = 61;
    [SinceKernel(6, 14)] public const uint RTNLGRP_IPV4_MCADDR = 37;
    [SinceKernel(6, 14)] public const uint RTNLGRP_IPV6_MCADDR = 38;
    [SinceKernel(6, 14)] public const uint RTNLGRP_IPV6_ACADDR = 39;
}
