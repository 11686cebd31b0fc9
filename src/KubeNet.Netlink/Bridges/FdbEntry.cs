using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>
/// An entry of a forwarding database: behind which port of a bridge, or behind which remote end of a VXLAN device, a MAC
/// address is. <c>bridge fdb</c>, <c>struct ndmsg</c> of family <c>AF_BRIDGE</c>.
/// </summary>
[NetlinkRecord(HeaderSize = 12)]
public sealed partial record FdbEntry : INetlinkObject<FdbKey>
{
    internal const byte BridgeFamily = 7;

    private const NeighborFlags Owners = NeighborFlags.Self | NeighborFlags.Master;

    /// <summary>Other than 0 for neighbours, which are told of in the same notifications.</summary>
    private readonly byte _otherFamily;

    /// <summary>The address; all zeros on a VXLAN device for what has no entry of its own. Needed for all but reading.</summary>
    [NetlinkAttribute(NDA_LLADDR)] public MacAddress? MacAddress { get; init; }

    /// <summary>The index of the device, a port or the bridge itself or a VXLAN device: <c>dev DEV</c>.</summary>
    [NetlinkHeader(4)] public int InterfaceIndex { get; init; }

    /// <summary>How long it lasts. Local unless something else is said, as with <c>bridge fdb add</c>.</summary>
    public FdbState State { get; init; }

    /// <summary>
    /// Flags: <c>self</c>, <c>master</c>, <c>extern_learn</c>, <c>sticky</c>, <c>router</c>, <c>use</c>. The kernel leaves out
    /// whose the entry is when it reports those of a bridge; <see cref="IsSelf"/> and <see cref="IsMaster"/> know.
    /// </summary>
    public NeighborFlags Flags { get; init; }

    /// <summary>Further flags: <c>locked</c>. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_FLAGS_EXT, ReadOnly = true)] public NeighborExtendedFlags? ExtendedFlags { get; init; }

    /// <summary>The VLAN, 1 to 4094: <c>vlan VID</c>. Without it a bridge that filters VLANs takes the entry for each VLAN of the port.</summary>
    [NetlinkAttribute(NDA_VLAN)] public ushort? Vlan { get; init; }

    /// <summary>On a VXLAN device the address of the remote end: <c>dst IPADDR</c>.</summary>
    [NetlinkAttribute(NDA_DST)] public IPAddress? Destination { get; init; }

    /// <summary>The UDP port of the remote end, if it is not the device's own: <c>port PORT</c>. The kernel does not report the device's own.</summary>
    [NetlinkAttribute(NDA_PORT, Endian = Endian.Big)] public ushort? Port { get; init; }

    /// <summary>The VNI to send with, if it is not the device's own: <c>vni VNI</c>. The kernel does not report the device's own.</summary>
    [NetlinkAttribute(NDA_VNI)] public Vni? Vni { get; init; }

    /// <summary>On a VXLAN device in <c>external</c> mode the VNI to which the entry belongs: <c>src_vni VNI</c>.</summary>
    [NetlinkAttribute(NDA_SRC_VNI)] public Vni? SourceVni { get; init; }

    /// <summary>The index of the device through which the remote end is reached: <c>via DEV</c>.</summary>
    [NetlinkAttribute(NDA_IFINDEX)] public int? ViaInterface { get; init; }

    /// <summary>A nexthop object instead of a destination: <c>nhid NHID</c>.</summary>
    [NetlinkAttribute(NDA_NH_ID)] public uint? NexthopId { get; init; }

    /// <summary>Notification of activity, for static entries of a bridge.</summary>
    [NetlinkAttribute(NDA_FDB_EXT_ATTRS)] public FdbActivity? Activity { get; init; }

    /// <summary>The index of the bridge in whose table it is: <c>master BRIDGE</c>. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_MASTER, ReadOnly = true)] public int? MasterIndex { get; init; }

    /// <summary>The namespace, by the kernel's number of it, in which a VXLAN device sends, if it is not its own. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_LINK_NETNSID, ReadOnly = true)] public int? LinkNamespaceId { get; init; }

    /// <summary>Its ages. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_CACHEINFO, ReadOnly = true)] public NeighborCacheInfo? CacheInfo { get; init; }

    /// <summary>
    /// Whether it is in the table of the device itself, be that a VXLAN device, a bridge or a network card: <c>self</c>. So it
    /// is unless something else is said. Set it after <see cref="Flags"/>, if both.
    /// </summary>
    public bool IsSelf
    {
        get => (WireFlags & NeighborFlags.Self) != 0;
        init => Flags = value ? Flags | NeighborFlags.Self : Flags & ~NeighborFlags.Self;
    }

    /// <summary>Whether it is in the table of the bridge of which the device is a port: <c>master</c>. Set it after <see cref="Flags"/>, if both.</summary>
    public bool IsMaster
    {
        get => (WireFlags & NeighborFlags.Master) != 0;
        init => Flags = value ? Flags | NeighborFlags.Master : Flags & ~NeighborFlags.Master;
    }

    /// <summary>Whether a control plane outside the kernel keeps the entry.</summary>
    public bool IsExternallyLearned => (Flags & NeighborFlags.ExternallyLearned) != 0;

    /// <summary>Whether it stays on its port when the address is seen on another.</summary>
    public bool IsSticky => (Flags & NeighborFlags.Sticky) != 0;

    /// <inheritdoc/>
    public FdbKey Key
    {
        get
        {
            var key = new FdbKey(InterfaceIndex, MacAddress.GetValueOrDefault(), IsMaster) { Vlan = Vlan, SourceVni = SourceVni };
            return HasSeveralDestinations
                ? key with { Destination = WithoutScope(Destination), Port = Port, Vni = Vni, ViaInterface = ViaInterface }
                : key;
        }
    }

    /// <summary>
    /// A bridge has one entry for an address, or for one within a VLAN. When it moves to another port the kernel tells of it
    /// there, and not that it is gone from where it was (br_fdb_update).
    /// </summary>
    FdbKey INetlinkObject<FdbKey>.WatchKey =>
        MasterIndex is { } bridge && (Flags & NeighborFlags.Self) == 0 ? new FdbKey(bridge, MacAddress.GetValueOrDefault(), true) { Vlan = Vlan } : Key;

    /// <summary>Whether the kernel keeps several destinations for this address (vxlan_fdb_append).</summary>
    internal bool HasSeveralDestinations =>
        Destination is not null && MacAddress is { } address && (address.IsMulticast || address == default);

    /// <summary>Whether it is of a forwarding database, rather than a neighbour.</summary>
    internal bool IsOfBridge => _otherFamily == 0;

    [NetlinkHeader(0)]
    internal byte Family
    {
        get => _otherFamily == 0 ? BridgeFamily : _otherFamily;
        init => _otherFamily = value == BridgeFamily ? (byte)0 : value;
    }

    // With each of the first two the bridge command sends NUD_NOARP or NUD_REACHABLE too: a VXLAN device wants to be told
    // both how long an entry lasts and whether it ages.
    [NetlinkHeader(8)]
    internal NeighborState WireState
    {
        get => State switch
        {
            FdbState.Local => NeighborState.Permanent | NeighborState.NoArp,
            FdbState.Static => NeighborState.Reachable | NeighborState.NoArp,
            FdbState.Dynamic => NeighborState.Reachable,
            _ => NeighborState.Stale,
        };
        init => State = StateOf(value);
    }

    [NetlinkHeader(10)]
    internal NeighborFlags WireFlags
    {
        get => (Flags & Owners) != 0 ? Flags
            : MasterIndex is { } master && master != InterfaceIndex ? Flags | NeighborFlags.Master
            : Flags | NeighborFlags.Self;
        init => Flags = value;
    }

    internal static FdbState StateOf(NeighborState state) =>
        (state & NeighborState.Permanent) != 0 ? FdbState.Local
        : (state & NeighborState.NoArp) != 0 ? FdbState.Static
        : (state & NeighborState.Stale) != 0 ? FdbState.Stale
        : FdbState.Dynamic;

    /// <summary>The kernel reports no scope: the interface is stated apart.</summary>
    internal static IPAddress? WithoutScope(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new IPAddress(address.GetAddressBytes()) : address;

    string INetlinkBody.Describe() => HasSeveralDestinations || Destination is null ? Key.ToString() : $"{Key} dst {Destination}";
}
