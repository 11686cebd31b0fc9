using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>A kind of link that has no record here. Its attributes are kept as they came, and a link of it can be made by stating them.</summary>
public sealed record UnknownLinkKind : LinkKind
{
    /// <summary>Makes a kind of its name.</summary>
    public UnknownLinkKind(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int HeaderLength => 0;

    /// <inheritdoc/>
    public override NetlinkAttributeTable? Attributes => LinkKindRegistry.TableOf(Name);

    /// <inheritdoc/>
    public override void Write(ref NetlinkWriter writer)
    {
        foreach (RawAttribute attribute in UnknownAttributes.AsSpan())
        {
            attribute.Write(ref writer);
        }
    }
}
