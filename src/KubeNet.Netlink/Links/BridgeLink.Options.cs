using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>Options of one bit each, which share an attribute.</content>
public sealed partial record BridgeLink
{
    /// <summary>Whether addresses are not learned from link-local frames: <c>no_linklocal_learn</c>.</summary>
    public bool? NoLinkLocalLearning
    {
        get => Options?.Get(BridgeOptions.NoLinkLocalLearning);
        init => Options = BridgeOptions.With(Options, BridgeOptions.NoLinkLocalLearning, value);
    }

    /// <summary>Whether multicast is snooped for each VLAN by itself: <c>mcast_vlan_snooping</c>.</summary>
    public bool? MulticastVlanSnooping
    {
        get => Options?.Get(BridgeOptions.MulticastVlanSnooping);
        init => Options = BridgeOptions.With(Options, BridgeOptions.MulticastVlanSnooping, value);
    }

    /// <summary>Whether VLANs have spanning trees of their own: <c>mst_enabled</c>. Only while there are no VLANs on ports.</summary>
    public bool? MultipleSpanningTrees
    {
        get => Options?.Get(BridgeOptions.MultipleSpanningTrees);
        init => Options = BridgeOptions.With(Options, BridgeOptions.MultipleSpanningTrees, value);
    }

    /// <summary>Whether a multicast entry that the device refuses is notified: <c>mdb_offload_fail_notification</c>. Since Linux 6.16.</summary>
    public bool? MdbOffloadFailNotification
    {
        get => Options?.Get(BridgeOptions.MdbOffloadFailNotification);
        init => Options = BridgeOptions.With(Options, BridgeOptions.MdbOffloadFailNotification, value);
    }

    /// <summary>Whether the host's own addresses are held once rather than for each VLAN: <c>fdb_local_vlan_0</c>. Since Linux 6.18.</summary>
    public bool? FdbLocalVlan0
    {
        get => Options?.Get(BridgeOptions.FdbLocalVlan0);
        init => Options = BridgeOptions.With(Options, BridgeOptions.FdbLocalVlan0, value);
    }

    [NetlinkAttribute(IFLA_BR_MULTI_BOOLOPT, PathName = "")]
    internal BridgeOptions? Options { get; init; }
}
