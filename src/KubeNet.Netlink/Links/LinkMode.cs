using static KubeNet.Netlink.Interop.@if;

namespace KubeNet.Netlink.Links;

/// <summary>What state a link goes to when its carrier appears (<c>IFLA_LINKMODE</c>).</summary>
public enum LinkMode : byte
{
    /// <summary>Up (<c>IF_LINK_MODE_DEFAULT</c>).</summary>
    Default = IF_LINK_MODE_DEFAULT,

    /// <summary>Dormant, until a program says up (<c>IF_LINK_MODE_DORMANT</c>).</summary>
    Dormant = IF_LINK_MODE_DORMANT,

    /// <summary>Testing, until a program says up (<c>IF_LINK_MODE_TESTING</c>).</summary>
    Testing = IF_LINK_MODE_TESTING,
}
