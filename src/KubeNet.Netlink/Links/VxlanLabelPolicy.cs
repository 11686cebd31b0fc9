using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>Where the outer flow label comes from (<c>IFLA_VXLAN_LABEL_POLICY</c>).</summary>
public enum VxlanLabelPolicy : uint
{
    /// <summary>From <see cref="VxlanLink.FlowLabel"/> (<c>VXLAN_LABEL_FIXED</c>).</summary>
    Fixed = VXLAN_LABEL_FIXED,

    /// <summary>From the inner header (<c>VXLAN_LABEL_INHERIT</c>).</summary>
    Inherit = VXLAN_LABEL_INHERIT,
}
