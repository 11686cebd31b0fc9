namespace KubeNet.Netlink.Interop;

internal static partial class netlink
{
    [SinceKernel(6, 7)] public const uint NL_ATTR_TYPE_SINT = 16;
    [SinceKernel(6, 7)] public const uint NL_ATTR_TYPE_UINT = 17;
}
