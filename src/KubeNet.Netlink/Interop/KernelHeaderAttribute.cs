namespace KubeNet.Netlink.Interop;

/// <summary>Names the kernel header whose constants and structs a class holds; a test compares them with it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KernelHeaderAttribute(string path) : Attribute
{
    /// <summary>As in an <c>#include</c> directive: <c>linux/if_link.h</c>.</summary>
    public string Path { get; } = path;
}
