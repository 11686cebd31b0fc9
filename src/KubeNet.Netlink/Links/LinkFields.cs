using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Links;

/// <summary>What the kernel is to report of a link beyond the cheap things.</summary>
[Flags]
public enum LinkFields
{
    /// <summary>Neither the counters of IPv6 nor virtual functions. A link's own counters the kernel always reports.</summary>
    None = 0,

    /// <summary>The counters of IPv6 too, in <see cref="Link.AddressFamilies"/> (without <c>RTEXT_FILTER_SKIP_STATS</c>): half a kilobyte each.</summary>
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
