using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>Multicast: IGMP and MLD. Times are in hundredths of a second.</content>
public sealed partial record BridgeLink
{
    /// <summary>Whether the bridge itself gets all multicast: <c>mcast_router</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_ROUTER)]
    public BridgeMulticastRouter? MulticastRouter { get; init; }

    /// <summary>Whether multicast goes only where someone listens: <c>mcast_snooping</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_SNOOPING)]
    public bool? MulticastSnooping { get; init; }

    /// <summary>Whether queries have the bridge's own IP address: <c>mcast_query_use_ifaddr</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERY_USE_IFADDR)]
    public bool? MulticastQueryUsesAddress { get; init; }

    /// <summary>Whether the bridge sends queries: <c>mcast_querier</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERIER)]
    public bool? MulticastQuerier { get; init; }

    /// <summary>Of old, how full a hash chain might be; the kernel reports 16 and takes no other.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_HASH_ELASTICITY, ReadOnly = true)]
    public uint? MulticastHashElasticity { get; init; }

    /// <summary>Groups that the table holds at most: <c>mcast_hash_max</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_HASH_MAX)]
    public uint? MulticastHashMax { get; init; }

    /// <summary>Queries before a group without members is forgotten: <c>mcast_last_member_count</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_LAST_MEMBER_CNT)]
    public uint? MulticastLastMemberCount { get; init; }

    /// <summary>Queries at the start: <c>mcast_startup_query_count</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_STARTUP_QUERY_CNT)]
    public uint? MulticastStartupQueryCount { get; init; }

    /// <summary>Time between the queries after a leave: <c>mcast_last_member_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_LAST_MEMBER_INTVL)]
    public ulong? MulticastLastMemberInterval { get; init; }

    /// <summary>Time after which a silent member is forgotten: <c>mcast_membership_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_MEMBERSHIP_INTVL)]
    public ulong? MulticastMembershipInterval { get; init; }

    /// <summary>Time after which another's querier counts as gone: <c>mcast_querier_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERIER_INTVL)]
    public ulong? MulticastQuerierInterval { get; init; }

    /// <summary>Time between queries: <c>mcast_query_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERY_INTVL)]
    public ulong? MulticastQueryInterval { get; init; }

    /// <summary>Time that members have to answer: <c>mcast_query_response_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERY_RESPONSE_INTVL)]
    public ulong? MulticastQueryResponseInterval { get; init; }

    /// <summary>Time between the queries at the start: <c>mcast_startup_query_interval</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_STARTUP_QUERY_INTVL)]
    public ulong? MulticastStartupQueryInterval { get; init; }

    /// <summary>Whether multicast is counted: <c>mcast_stats_enabled</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_STATS_ENABLED)]
    public bool? MulticastStatistics { get; init; }

    /// <summary>Version of IGMP, 2 or 3: <c>mcast_igmp_version</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_IGMP_VERSION)]
    public byte? IgmpVersion { get; init; }

    /// <summary>Version of MLD, 1 or 2: <c>mcast_mld_version</c>.</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_MLD_VERSION)]
    public byte? MldVersion { get; init; }

    /// <summary>Who sends queries here (<c>BRIDGE_QUERIER_*</c>).</summary>
    [NetlinkAttribute(IFLA_BR_MCAST_QUERIER_STATE, ReadOnly = true)]
    public NetlinkList<byte>? MulticastQuerierState { get; init; }
}
