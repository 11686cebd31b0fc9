namespace KubeNet.Netlink.Protocol;

/// <summary>How a property becomes attributes where its type alone does not say so.</summary>
public enum AttributeForm
{
    /// <summary>As the type says.</summary>
    Default,

    /// <summary>Presence means true; there is no payload (<c>NLA_FLAG</c>).</summary>
    Flag,

    /// <summary>A nest of items, each with the number <see cref="NetlinkAttributeAttribute.ItemId"/>, or 1, 2, 3 … where that is 0.</summary>
    List,

    /// <summary>The attribute occurs several times, once for each item.</summary>
    Repeated,

    /// <summary>A nest that the kernel wants without <c>NLA_F_NESTED</c>.</summary>
    UnflaggedNest,

    /// <summary>Text without its final NUL.</summary>
    Unterminated,
}
