using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>What the kernel reports and no request can state.</content>
public sealed partial record Link
{
    /// <summary>Whether the link can carry traffic (RFC 2863).</summary>
    [NetlinkAttribute(IFLA_OPERSTATE, ReadOnly = true)]
    public OperationalState? OperationalState { get; init; }

    /// <summary>Whether there is a carrier.</summary>
    [NetlinkAttribute(IFLA_CARRIER, ReadOnly = true)]
    public bool? HasCarrier { get; init; }

    /// <summary>How often the carrier came or went.</summary>
    [NetlinkAttribute(IFLA_CARRIER_CHANGES, ReadOnly = true)]
    public uint? CarrierChanges { get; init; }

    /// <summary>How often it came.</summary>
    [NetlinkAttribute(IFLA_CARRIER_UP_COUNT, ReadOnly = true)]
    public uint? CarrierUpCount { get; init; }

    /// <summary>How often it went.</summary>
    [NetlinkAttribute(IFLA_CARRIER_DOWN_COUNT, ReadOnly = true)]
    public uint? CarrierDownCount { get; init; }

    /// <summary>The MAC address with which the device was made.</summary>
    [NetlinkAttribute(IFLA_PERM_ADDRESS, ReadOnly = true)]
    public MacAddress? PermanentAddress { get; init; }

    /// <summary>How many want every frame: above 0 the link is promiscuous, whatever its flag says.</summary>
    [NetlinkAttribute(IFLA_PROMISCUITY, ReadOnly = true)]
    public uint? Promiscuity { get; init; }

    /// <summary>How many want every multicast frame.</summary>
    [NetlinkAttribute(IFLA_ALLMULTI, ReadOnly = true)]
    public uint? AllMulticast { get; init; }

    /// <summary>The root queueing discipline: <c>noqueue</c>, <c>fq_codel</c> …</summary>
    [NetlinkAttribute(IFLA_QDISC, ReadOnly = true)]
    public string? QueueingDiscipline { get; init; }

    /// <summary>Counters.</summary>
    [NetlinkAttribute(IFLA_STATS64, ReadOnly = true)]
    public LinkStatistics? Statistics { get; init; }

    /// <summary>What a protocol gave as reasons to hold the link down.</summary>
    [NetlinkAttribute(IFLA_PROTO_DOWN_REASON, ReadOnly = true)]
    public NetlinkList<byte>? ProtocolDownReason { get; init; }

    /// <summary>The port of the device, where several links share one.</summary>
    [NetlinkAttribute(IFLA_PHYS_PORT_ID, ReadOnly = true)]
    public NetlinkList<byte>? PhysicalPortId { get; init; }

    /// <summary>The port's name on the device: <c>p0</c>.</summary>
    [NetlinkAttribute(IFLA_PHYS_PORT_NAME, ReadOnly = true)]
    public string? PhysicalPortName { get; init; }

    /// <summary>The switch to which the port belongs.</summary>
    [NetlinkAttribute(IFLA_PHYS_SWITCH_ID, ReadOnly = true)]
    public NetlinkList<byte>? PhysicalSwitchId { get; init; }

    /// <summary>The device behind the link: <c>0000:03:00.0</c>.</summary>
    [NetlinkAttribute(IFLA_PARENT_DEV_NAME, ReadOnly = true)]
    public string? ParentDeviceName { get; init; }

    /// <summary>The bus of that device: <c>pci</c>, <c>virtio</c>.</summary>
    [NetlinkAttribute(IFLA_PARENT_DEV_BUS_NAME, ReadOnly = true)]
    public string? ParentDeviceBus { get; init; }

    /// <summary>The XDP program that sees the link's packets.</summary>
    [NetlinkAttribute(IFLA_XDP, ReadOnly = true)]
    public LinkXdp? Xdp { get; init; }

    /// <summary>Virtual functions of the device, if they were asked for (<see cref="LinkFields.VirtualFunctions"/>).</summary>
    [NetlinkAttribute(IFLA_NUM_VF, ReadOnly = true)]
    public uint? VirtualFunctionCount { get; init; }

    /// <summary>Their attributes (<c>IFLA_VF_INFO</c>).</summary>
    [NetlinkAttribute(IFLA_VFINFO_LIST, ReadOnly = true)]
    public NetlinkList<byte>? VirtualFunctions { get; init; }

    /// <summary>Whether the link cannot leave its namespace. Since Linux 6.15.</summary>
    [NetlinkAttribute(IFLA_NETNS_IMMUTABLE, ReadOnly = true)]
    public bool? IsNamespaceImmutable { get; init; }

    /// <summary>In a notification that a link left: the namespace to which it went, by the number that this one has for it.</summary>
    [NetlinkAttribute(IFLA_NEW_NETNSID, ReadOnly = true)]
    public int? NewNamespaceId { get; init; }

    /// <summary>In a notification: why it was sent (<c>IFLA_EVENT_*</c>).</summary>
    [NetlinkAttribute(IFLA_EVENT, ReadOnly = true)]
    public uint? Event { get; init; }

    /// <summary>What the protocols know of the link, one nest for each address family.</summary>
    [NetlinkAttribute(IFLA_AF_SPEC, ReadOnly = true)]
    public NetlinkList<byte>? AddressFamilies { get; init; }

    [NetlinkAttribute(IFLA_MAP, ReadOnly = true)]
    internal Unkept? Map { get; init; }

    [NetlinkAttribute(IFLA_STATS, ReadOnly = true)]
    internal Unkept? Statistics32 { get; init; }

    [NetlinkAttribute(IFLA_PROTINFO, ReadOnly = true)]
    internal NetlinkList<byte>? ProtocolInformation { get; init; }

    [NetlinkAttribute(IFLA_VF_PORTS, ReadOnly = true)]
    internal NetlinkList<byte>? VirtualFunctionPorts { get; init; }

    [NetlinkAttribute(IFLA_PORT_SELF, ReadOnly = true)]
    internal NetlinkList<byte>? PortSelf { get; init; }

    [NetlinkAttribute(IFLA_DEVLINK_PORT, ReadOnly = true)]
    internal NetlinkList<byte>? DevlinkPort { get; init; }

    [NetlinkAttribute(IFLA_DPLL_PIN, ReadOnly = true)]
    internal NetlinkList<byte>? DpllPin { get; init; }
}
