using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>A bridge: <c>ip link add type bridge</c>. Times are in hundredths of a second.</summary>
[LinkKind("bridge")]
public sealed partial record BridgeLink : LinkKind
{
    /// <summary>Time in each state before a port forwards: <c>forward_delay</c>. 2 to 30 seconds with spanning tree.</summary>
    [NetlinkAttribute(IFLA_BR_FORWARD_DELAY)]
    public uint? ForwardDelay { get; init; }

    /// <summary>Time between the root's messages: <c>hello_time</c>. 1 to 10 seconds.</summary>
    [NetlinkAttribute(IFLA_BR_HELLO_TIME)]
    public uint? HelloTime { get; init; }

    /// <summary>Time after which a silent root is given up: <c>max_age</c>. 6 to 40 seconds.</summary>
    [NetlinkAttribute(IFLA_BR_MAX_AGE)]
    public uint? MaxAge { get; init; }

    /// <summary>Time for which a learned address is kept: <c>ageing_time</c>.</summary>
    [NetlinkAttribute(IFLA_BR_AGEING_TIME)]
    public uint? AgeingTime { get; init; }

    /// <summary>The spanning tree protocol: <c>stp_state</c>. 0 is off, 1 the kernel's, 2 a program's.</summary>
    [NetlinkAttribute(IFLA_BR_STP_STATE)]
    public uint? SpanningTreeState { get; init; }

    /// <summary>Priority in the spanning tree: <c>priority</c>.</summary>
    [NetlinkAttribute(IFLA_BR_PRIORITY)]
    public ushort? Priority { get; init; }

    /// <summary>Whether VLANs are kept apart: <c>vlan_filtering</c>.</summary>
    [NetlinkAttribute(IFLA_BR_VLAN_FILTERING)]
    public bool? VlanFiltering { get; init; }

    /// <summary>The tag by which they are known: <c>vlan_protocol</c>.</summary>
    [NetlinkAttribute(IFLA_BR_VLAN_PROTOCOL, Endian = Endian.Big)]
    public VlanProtocol? VlanProtocol { get; init; }

    /// <summary>The VLAN of untagged frames on new ports: <c>vlan_default_pvid</c>; 0 for none.</summary>
    [NetlinkAttribute(IFLA_BR_VLAN_DEFAULT_PVID)]
    public ushort? VlanDefaultPvid { get; init; }

    /// <summary>Whether VLANs are counted: <c>vlan_stats_enabled</c>.</summary>
    [NetlinkAttribute(IFLA_BR_VLAN_STATS_ENABLED)]
    public bool? VlanStatistics { get; init; }

    /// <summary>Whether they are counted for each port: <c>vlan_stats_per_port</c>. Not while there are VLANs on ports.</summary>
    [NetlinkAttribute(IFLA_BR_VLAN_STATS_PER_PORT)]
    public bool? VlanStatisticsPerPort { get; init; }

    /// <summary>Link-local groups that are forwarded, by the last digit of their address: <c>group_fwd_mask</c>.</summary>
    [NetlinkAttribute(IFLA_BR_GROUP_FWD_MASK)]
    public ushort? GroupForwardMask { get; init; }

    /// <summary>The group to which spanning tree messages go: <c>group_address</c>.</summary>
    [NetlinkAttribute(IFLA_BR_GROUP_ADDR)]
    public MacAddress? GroupAddress { get; init; }

    /// <summary>Whether learned addresses are forgotten now: <c>fdb_flush</c>. Never reported.</summary>
    [NetlinkAttribute(IFLA_BR_FDB_FLUSH, Form = AttributeForm.Flag)]
    public bool? FlushFdb { get; init; }

    /// <summary>Addresses that may be learned: <c>fdb_max_learned</c>; 0 for no limit. Since Linux 6.7.</summary>
    [NetlinkAttribute(IFLA_BR_FDB_MAX_LEARNED)]
    public uint? FdbMaxLearned { get; init; }

    /// <summary>Addresses that are learned. Since Linux 6.7.</summary>
    [NetlinkAttribute(IFLA_BR_FDB_N_LEARNED, ReadOnly = true)]
    public uint? FdbLearned { get; init; }

    /// <summary>Whether <c>iptables</c> sees bridged packets: <c>nf_call_iptables</c>.</summary>
    [NetlinkAttribute(IFLA_BR_NF_CALL_IPTABLES)]
    public bool? CallsIptables { get; init; }

    /// <summary>Whether <c>ip6tables</c> sees bridged packets: <c>nf_call_ip6tables</c>.</summary>
    [NetlinkAttribute(IFLA_BR_NF_CALL_IP6TABLES)]
    public bool? CallsIp6tables { get; init; }

    /// <summary>Whether <c>arptables</c> sees bridged packets: <c>nf_call_arptables</c>.</summary>
    [NetlinkAttribute(IFLA_BR_NF_CALL_ARPTABLES)]
    public bool? CallsArptables { get; init; }

    /// <summary>The kernel keeps times in ticks of its own, so it may report one hundredth less than it was told.</summary>
    internal override LinkKind Without(LinkKind actual) => actual is not BridgeLink other ? this : this with
    {
        ForwardDelay = Differing(ForwardDelay, other.ForwardDelay),
        HelloTime = Differing(HelloTime, other.HelloTime),
        MaxAge = Differing(MaxAge, other.MaxAge),
        AgeingTime = Differing(AgeingTime, other.AgeingTime),
        MulticastLastMemberInterval = Differing(MulticastLastMemberInterval, other.MulticastLastMemberInterval),
        MulticastMembershipInterval = Differing(MulticastMembershipInterval, other.MulticastMembershipInterval),
        MulticastQuerierInterval = Differing(MulticastQuerierInterval, other.MulticastQuerierInterval),
        MulticastQueryInterval = Differing(MulticastQueryInterval, other.MulticastQueryInterval),
        MulticastQueryResponseInterval = Differing(MulticastQueryResponseInterval, other.MulticastQueryResponseInterval),
        MulticastStartupQueryInterval = Differing(MulticastStartupQueryInterval, other.MulticastStartupQueryInterval),
        Options = Options is { } wanted ? wanted.Without(other.Options ?? default) : null,
        FlushFdb = null,
    };

    private static uint? Differing(uint? wanted, uint? actual) => wanted - actual is 0 or 1 ? null : wanted;

    private static ulong? Differing(ulong? wanted, ulong? actual) => wanted - actual is 0 or 1 ? null : wanted;
}
