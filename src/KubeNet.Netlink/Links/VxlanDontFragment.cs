using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>The don't-fragment bit of the outer IPv4 header (<c>IFLA_VXLAN_DF</c>).</summary>
public enum VxlanDontFragment : byte
{
    /// <summary>Not set (<c>VXLAN_DF_UNSET</c>).</summary>
    Unset = VXLAN_DF_UNSET,

    /// <summary>Set (<c>VXLAN_DF_SET</c>).</summary>
    Set = VXLAN_DF_SET,

    /// <summary>As in the inner header (<c>VXLAN_DF_INHERIT</c>).</summary>
    Inherit = VXLAN_DF_INHERIT,
}
