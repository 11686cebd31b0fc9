using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>The spanning tree as it stands. Times are in hundredths of a second.</content>
public sealed partial record BridgeLink
{
    /// <summary>The root of the tree.</summary>
    [NetlinkAttribute(IFLA_BR_ROOT_ID, ReadOnly = true)]
    public BridgeId? RootId { get; init; }

    /// <summary>This bridge.</summary>
    [NetlinkAttribute(IFLA_BR_BRIDGE_ID, ReadOnly = true)]
    public BridgeId? Id { get; init; }

    /// <summary>The port towards the root.</summary>
    [NetlinkAttribute(IFLA_BR_ROOT_PORT, ReadOnly = true)]
    public ushort? RootPort { get; init; }

    /// <summary>What the way to the root costs.</summary>
    [NetlinkAttribute(IFLA_BR_ROOT_PATH_COST, ReadOnly = true)]
    public uint? RootPathCost { get; init; }

    /// <summary>Whether the tree changes.</summary>
    [NetlinkAttribute(IFLA_BR_TOPOLOGY_CHANGE, ReadOnly = true)]
    public bool? TopologyChange { get; init; }

    /// <summary>Whether this bridge saw it change.</summary>
    [NetlinkAttribute(IFLA_BR_TOPOLOGY_CHANGE_DETECTED, ReadOnly = true)]
    public bool? TopologyChangeDetected { get; init; }

    /// <summary>Time to the next message.</summary>
    [NetlinkAttribute(IFLA_BR_HELLO_TIMER, ReadOnly = true)]
    public ulong? HelloTimer { get; init; }

    /// <summary>Time to the next notice of a change.</summary>
    [NetlinkAttribute(IFLA_BR_TCN_TIMER, ReadOnly = true)]
    public ulong? TopologyChangeNotificationTimer { get; init; }

    /// <summary>Time to the end of a change.</summary>
    [NetlinkAttribute(IFLA_BR_TOPOLOGY_CHANGE_TIMER, ReadOnly = true)]
    public ulong? TopologyChangeTimer { get; init; }

    /// <summary>Time to the next look for old addresses.</summary>
    [NetlinkAttribute(IFLA_BR_GC_TIMER, ReadOnly = true)]
    public ulong? GarbageCollectionTimer { get; init; }

    internal override LinkKind Settle() => this with
    {
        HelloTimer = null,
        TopologyChangeNotificationTimer = null,
        TopologyChangeTimer = null,
        GarbageCollectionTimer = null,
        FdbLearned = null,
        MulticastQuerierState = null,
    };
}
