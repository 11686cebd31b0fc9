using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>A VXLAN tunnel (RFC 7348): <c>ip link add type vxlan</c>.</summary>
[LinkKind("vxlan")]
public sealed partial record VxlanLink : LinkKind
{
    /// <summary>Network identifier: <c>id</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_ID)]
    public Vni? Vni { get; init; }

    /// <summary>The link over which packets go out, by index: <c>dev</c>; 0 for any.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LINK)]
    public int? UnderlyingIndex { get; init; }

    /// <summary>Time to live of outer packets: <c>ttl</c>; 0 for the route's.</summary>
    [NetlinkAttribute(IFLA_VXLAN_TTL)]
    public byte? TimeToLive { get; init; }

    /// <summary>Whether the inner time to live is taken: <c>ttl inherit</c>. For life.</summary>
    public bool? InheritsTimeToLive
    {
        get => InheritedTimeToLive?.IsSet;
        init => InheritedTimeToLive = value is { } isSet ? new FlagReportedAsByte(isSet) : null;
    }

    /// <summary>Traffic class of outer packets: <c>tos</c>; 1 to take the inner one.</summary>
    [NetlinkAttribute(IFLA_VXLAN_TOS)]
    public byte? TrafficClass { get; init; }

    /// <summary>Flow label of outer IPv6 packets, 20 bits: <c>flowlabel</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LABEL, Endian = Endian.Big)]
    public uint? FlowLabel { get; init; }

    /// <summary>Where the flow label comes from: <c>flowlabel inherit</c>. Since Linux 6.7.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LABEL_POLICY)]
    public VxlanLabelPolicy? FlowLabelPolicy { get; init; }

    /// <summary>The don't-fragment bit of outer packets: <c>df</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_DF)]
    public VxlanDontFragment? DontFragment { get; init; }

    /// <summary>Whether MAC addresses are learned from what arrives: <c>learning</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LEARNING)]
    public bool? Learning { get; init; }

    /// <summary>Seconds for which a learned address is kept: <c>ageing</c>; 0 for ever.</summary>
    [NetlinkAttribute(IFLA_VXLAN_AGEING)]
    public uint? Ageing { get; init; }

    /// <summary>Addresses that the table holds at most: <c>maxaddress</c>; 0 for no limit. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LIMIT)]
    public uint? MaxAddresses { get; init; }

    /// <summary>UDP port to which packets are sent, and on which they arrive: <c>dstport</c>. The kernel's default is 8472. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_PORT, Endian = Endian.Big)]
    public ushort? Port { get; init; }

    /// <summary>UDP ports from which packets are sent, by the inner flow: <c>srcport</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_PORT_RANGE)]
    public PortRange? SourcePorts { get; init; }

    /// <summary>Whether ARP and neighbour requests are answered from the neighbour table: <c>proxy</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_PROXY)]
    public bool? Proxy { get; init; }

    /// <summary>Whether packets to a router's address are routed here, in its stead: <c>rsc</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_RSC)]
    public bool? RouteShortCircuit { get; init; }

    /// <summary>Whether the kernel notifies of an unknown MAC address: <c>l2miss</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_L2MISS)]
    public bool? NotifiesL2Miss { get; init; }

    /// <summary>Whether the kernel notifies of an unknown IP address: <c>l3miss</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_L3MISS)]
    public bool? NotifiesL3Miss { get; init; }

    /// <summary>Whether identifier and remote come with each packet: <c>external</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_COLLECT_METADATA)]
    public bool? External { get; init; }

    /// <summary>Whether only identifiers that were added are received: <c>vnifilter</c>. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_VNIFILTER)]
    public bool? VniFilter { get; init; }

    /// <summary>Whether packets to one of the host's own tunnels go there directly: <c>localbypass</c>. Since Linux 6.5.</summary>
    [NetlinkAttribute(IFLA_VXLAN_LOCALBYPASS)]
    public bool? LocalBypass { get; init; }

    /// <summary>Whether outer multicast packets are routed: <c>mcroute</c>. Since Linux 6.17. For life.</summary>
    [NetlinkAttribute(IFLA_VXLAN_MC_ROUTE)]
    public bool? MulticastRouting { get; init; }

    [NetlinkAttribute(IFLA_VXLAN_TTL_INHERIT, PathName = nameof(InheritsTimeToLive))]
    internal FlagReportedAsByte? InheritedTimeToLive { get; init; }

    internal override LinkConflict? FindConflict(LinkKind actual) =>
        actual is not VxlanLink other ? null
        : Fixed(nameof(Vni), Vni, other.Vni)
            ?? Fixed(nameof(Port), Port, other.Port)
            ?? Fixed(nameof(SourcePorts), SourcePorts, other.SourcePorts)
            ?? Fixed(nameof(MaxAddresses), MaxAddresses, other.MaxAddresses)
            ?? FixedFlag(nameof(InheritsTimeToLive), InheritsTimeToLive, other.InheritsTimeToLive)
            ?? FixedFlag(nameof(Proxy), Proxy, other.Proxy)
            ?? FixedFlag(nameof(RouteShortCircuit), RouteShortCircuit, other.RouteShortCircuit)
            ?? FixedFlag(nameof(NotifiesL2Miss), NotifiesL2Miss, other.NotifiesL2Miss)
            ?? FixedFlag(nameof(NotifiesL3Miss), NotifiesL3Miss, other.NotifiesL3Miss)
            ?? FixedFlag(nameof(External), External, other.External)
            ?? FixedFlag(nameof(VniFilter), VniFilter, other.VniFilter)
            ?? FixedFlag(nameof(MulticastRouting), MulticastRouting, other.MulticastRouting)
            ?? FindExtensionConflict(other)
            ?? FindAddressConflict(other);
}
