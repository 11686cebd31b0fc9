namespace KubeNet.Netlink.Interop;

/// <summary>The first kernel whose header has the constant, if that is newer than 6.1.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class SinceKernelAttribute(int major, int minor) : Attribute
{
    public int Major { get; } = major;

    public int Minor { get; } = minor;
}
