namespace KubeNet.Netlink.Protocol;

/// <summary>A property that is a netlink attribute. Null means that the attribute is absent.</summary>
/// <param name="id">The attribute's number, such as <c>IFLA_MTU</c>: 0 to 16383.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NetlinkAttributeAttribute(int id) : Attribute
{
    /// <summary>The attribute's number.</summary>
    public int Id { get; } = id;

    /// <summary>The byte order of an integer.</summary>
    public Endian Endian { get; init; }

    /// <summary>Whether the kernel only reports it: it is read, and no request carries it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How it is written where the type alone does not say so.</summary>
    public AttributeForm Form { get; init; }

    /// <summary>With <see cref="AttributeForm.List"/>: the number of each item, or 0 for 1, 2, 3 …</summary>
    public int ItemId { get; init; }

    /// <summary>
    /// What errors call the attribute, where that is not the property's name: that of the property which users set. Empty for
    /// a property that only wraps others, which then stand in its place: <c>Link.Kind.Vni</c>, not <c>Link.Info.Kind.Vni</c>.
    /// </summary>
    public string? PathName { get; init; }
}
