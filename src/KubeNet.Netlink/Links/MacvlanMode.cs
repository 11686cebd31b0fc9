using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>Whom the links on one parent can reach (<c>IFLA_MACVLAN_MODE</c>).</summary>
public enum MacvlanMode : uint
{
    /// <summary>Nobody on the same parent (<c>MACVLAN_MODE_PRIVATE</c>).</summary>
    Private = MACVLAN_MODE_PRIVATE,

    /// <summary>One another through the switch outside, which must send frames back (<c>MACVLAN_MODE_VEPA</c>).</summary>
    Vepa = MACVLAN_MODE_VEPA,

    /// <summary>One another directly (<c>MACVLAN_MODE_BRIDGE</c>).</summary>
    Bridge = MACVLAN_MODE_BRIDGE,

    /// <summary>The only link on the parent, with all of its traffic (<c>MACVLAN_MODE_PASSTHRU</c>).</summary>
    Passthru = MACVLAN_MODE_PASSTHRU,

    /// <summary>Frames of the listed senders alone (<c>MACVLAN_MODE_SOURCE</c>).</summary>
    Source = MACVLAN_MODE_SOURCE,
}
