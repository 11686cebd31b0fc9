namespace KubeNet.Netlink.Interop;

internal static partial class neighbour
{
    [SinceKernel(6, 2)] public const uint NTF_EXT_LOCKED = 0x2;
    [SinceKernel(6, 17)] public const uint NTF_EXT_EXT_VALIDATED = 0x4;
}
