using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Links;

/// <summary>What the kernel is to report of a link beyond the cheap things.</summary>
[Flags]
public enum LinkFields
{
    /// <summary>Neither counters nor virtual functions: a third of the bytes.</summary>
    None = 0,

    /// <summary>Counters: <see cref="Link.Statistics"/>.</summary>
    Statistics = 1,

    /// <summary>Virtual functions of a physical one (<c>RTEXT_FILTER_VF</c>): slow, and large where there are many.</summary>
    VirtualFunctions = 2,
}

internal static class LinkFieldsMask
{
    /// <summary>The value of <c>IFLA_EXT_MASK</c>.</summary>
    public static uint ToMask(this LinkFields fields) =>
        ((fields & LinkFields.Statistics) != 0 ? 0 : RTEXT_FILTER_SKIP_STATS)
        | ((fields & LinkFields.VirtualFunctions) != 0 ? RTEXT_FILTER_VF : 0);
}
