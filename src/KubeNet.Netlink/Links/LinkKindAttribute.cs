namespace KubeNet.Netlink.Links;

/// <summary>Makes a record the kind of link that the kernel calls so; the generator writes its codec and makes it known.</summary>
/// <param name="name">The kernel's name, such as <c>vxlan</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LinkKindAttribute(string name) : Attribute
{
    /// <summary>The kernel's name of the kind.</summary>
    public string Name { get; } = name;
}
