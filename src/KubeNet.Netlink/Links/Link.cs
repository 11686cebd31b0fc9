using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>
/// A network interface (<c>RTM_NEWLINK</c>, <c>struct ifinfomsg</c>). As a wish, what is null is left to the kernel; as
/// a report, what is null the kernel did not say.
/// </summary>
[NetlinkRecord(HeaderSize = 16)]
public sealed partial record Link : INetlinkObject<LinkKey>
{
    /// <summary>Hardware; only reported.</summary>
    [NetlinkHeader(2)]
    public HardwareType HardwareType { get; init; }

    /// <summary>The index, unique in the namespace; 0 leaves it to the kernel.</summary>
    [NetlinkHeader(4)]
    public int Index { get; init; }

    /// <summary>Flags. As a wish, those in <see cref="ChangedFlags"/> count.</summary>
    [NetlinkHeader(8)]
    public InterfaceFlags Flags { get; init; }

    /// <summary>
    /// Which of <see cref="Flags"/> are to be changed. The kernel reports none; with none and some flags, it takes all of
    /// them as they are stated.
    /// </summary>
    [NetlinkHeader(12)]
    public InterfaceFlags ChangedFlags { get; init; }

    /// <summary>
    /// Whether the link is administratively up: <c>ip link set up</c> or <c>down</c>. Null where it is not stated. One bit
    /// of <see cref="Flags"/> and <see cref="ChangedFlags"/>: state it after them.
    /// </summary>
    public bool? IsUp
    {
        // The kernel reports a state with each link, and a wish has none: so a report is known, also of a link without flags.
        get => (ChangedFlags & InterfaceFlags.Up) != 0 || OperationalState is not null ? (Flags & InterfaceFlags.Up) != 0 : null;
        init
        {
            Flags = value is true ? Flags | InterfaceFlags.Up : Flags & ~InterfaceFlags.Up;
            ChangedFlags = value is null ? ChangedFlags & ~InterfaceFlags.Up : ChangedFlags | InterfaceFlags.Up;
        }
    }

    /// <summary>The name: 1 to 15 bytes (<see cref="InterfaceName"/>). Null has the kernel make one up: <c>vxlan0</c>.</summary>
    [NetlinkAttribute(IFLA_IFNAME)]
    public string? Name { get; init; }

    /// <summary>A text for people and programs, 0 to 255 bytes, empty for none: <c>ip link set alias</c>.</summary>
    [NetlinkAttribute(IFLA_IFALIAS)]
    public string? Alias { get; init; }

    /// <summary>Further names, 1 to 127 bytes each: <c>ip link property add altname</c>.</summary>
    [NetlinkAttribute(IFLA_PROP_LIST, Form = AttributeForm.List, ItemId = IFLA_ALT_IFNAME, ReadOnly = true)]
    public NetlinkList<string>? AlternativeNames { get; init; }

    /// <summary>Largest packet in bytes, link-layer header not counted: <c>ip link set mtu</c>.</summary>
    [NetlinkAttribute(IFLA_MTU)]
    public int? Mtu { get; init; }

    /// <summary>
    /// The MAC address: <c>ip link set address</c>. Addresses of another length (tunnels, InfiniBand) are in
    /// <see cref="UnknownAttributes"/>.
    /// </summary>
    [NetlinkAttribute(IFLA_ADDRESS)]
    public MacAddress? Address { get; init; }

    /// <summary>The broadcast address: <c>ip link set broadcast</c>.</summary>
    [NetlinkAttribute(IFLA_BROADCAST)]
    public MacAddress? Broadcast { get; init; }

    /// <summary>The group, by which links are listed and deleted together: <c>ip link set group</c>. 0 is the default.</summary>
    [NetlinkAttribute(IFLA_GROUP)]
    public uint? Group { get; init; }

    /// <summary>The bridge, bond or VRF to which the link belongs: <c>ip link set master</c>; 0 for none.</summary>
    [NetlinkAttribute(IFLA_MASTER)]
    public int? MasterIndex { get; init; }

    /// <summary>
    /// The link below, or the other end of a pair: <c>ip link add link</c>. It may be in another namespace
    /// (<see cref="ParentNamespaceId"/>).
    /// </summary>
    [NetlinkAttribute(IFLA_LINK)]
    public int? ParentIndex { get; init; }

    /// <summary>The namespace of <see cref="ParentIndex"/>, by the number that the link's own has for it; null if it is the same.</summary>
    [NetlinkAttribute(IFLA_LINK_NETNSID)]
    public int? ParentNamespaceId { get; init; }

    /// <summary>Packets that may wait to be sent: <c>ip link set txqueuelen</c>.</summary>
    [NetlinkAttribute(IFLA_TXQLEN)]
    public uint? TransmitQueueLength { get; init; }

    /// <summary>Whether the link goes up or dormant when its carrier appears: <c>ip link set mode</c>.</summary>
    [NetlinkAttribute(IFLA_LINKMODE)]
    public LinkMode? LinkMode { get; init; }

    /// <summary>Whether a protocol holds the link down: <c>ip link set protodown</c>. Few kinds can.</summary>
    [NetlinkAttribute(IFLA_PROTO_DOWN)]
    public bool? IsProtocolDown { get; init; }

    /// <inheritdoc/>
    public LinkKey Key => new(Index);

    /// <summary>The link in a few words: <c>'vx0' (vxlan)</c>.</summary>
    string? INetlinkBody.Describe()
    {
        string who = Name is not null ? $"'{Name}'" : Index != 0 ? $"with index {Index}" : "without a name";
        return Kind is null ? who : $"{who} ({Kind.Name})";
    }
}
