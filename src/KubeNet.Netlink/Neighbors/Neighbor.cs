using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Neighbors;

/// <summary>
/// An entry of the ARP or neighbour discovery table: which link-layer address an IP address has on a device; or a proxy
/// entry: an address for which this host answers on a device. <c>ip neigh</c>, <c>struct ndmsg</c>.
/// </summary>
[NetlinkRecord(HeaderSize = 12)]
public sealed partial record Neighbor : INetlinkObject<NeighborKey>
{
    /// <summary><c>AF_INET</c>.</summary>
    internal const byte IPv4 = 2;

    /// <summary><c>AF_INET6</c>.</summary>
    internal const byte IPv6 = 10;

    /// <summary>Other than 0 for entries of other families, which are told of in the same notifications.</summary>
    private readonly byte _otherFamily;

    /// <summary>The address. Needed for all but reading.</summary>
    [NetlinkAttribute(NDA_DST)] public IPAddress? Destination { get; init; }

    /// <summary>The index of the device: <c>dev DEV</c>. 0 is for proxy entries of all devices.</summary>
    [NetlinkHeader(4)] public int InterfaceIndex { get; init; }

    /// <summary>The link-layer address: <c>lladdr LLADDR</c>. Those of other than six bytes are in <see cref="UnknownAttributes"/>.</summary>
    [NetlinkAttribute(NDA_LLADDR)] public MacAddress? LinkLayerAddress { get; init; }

    /// <summary>
    /// How far it is resolved: <c>nud STATE</c>. Permanent unless something else is said, as with <c>ip neigh add</c>. The
    /// kernel's own business (<see cref="NeighborState.None"/>) for managed entries; of no meaning for proxy entries.
    /// </summary>
    [NetlinkHeader(8)] public NeighborState State { get; init; } = NeighborState.Permanent;

    /// <summary>Flags: <c>router</c>, <c>extern_learn</c>, <c>use</c>, <c>proxy</c>.</summary>
    [NetlinkHeader(10)] public NeighborFlags Flags { get; init; }

    /// <summary>The type of the address as a route type (<c>RTN_*</c>: 1 is unicast, 3 broadcast, 5 multicast). The kernel finds it out itself.</summary>
    [NetlinkHeader(11)] public byte Type { get; init; }

    /// <summary>Further flags: <c>managed</c>.</summary>
    [NetlinkAttribute(NDA_FLAGS_EXT)] public NeighborExtendedFlags? ExtendedFlags { get; init; }

    /// <summary>Who made the entry, by route protocol number (<c>RTPROT_*</c>): <c>protocol PROTO</c>. It is a note; the kernel does not look at it.</summary>
    [NetlinkAttribute(NDA_PROTOCOL)] public byte? Protocol { get; init; }

    /// <summary>How many probes were sent since it was last confirmed. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_PROBES, ReadOnly = true)] public uint? Probes { get; init; }

    /// <summary>Its ages. Reported by the kernel.</summary>
    [NetlinkAttribute(NDA_CACHEINFO, ReadOnly = true)] public NeighborCacheInfo? CacheInfo { get; init; }

    /// <summary>Whether it is a proxy entry: this host answers for the address.</summary>
    public bool IsProxy => (Flags & NeighborFlags.Proxy) != 0;

    /// <summary>Whether the neighbour is a router.</summary>
    public bool IsRouter => (Flags & NeighborFlags.Router) != 0;

    /// <summary>Whether a control plane outside the kernel keeps the entry.</summary>
    public bool IsExternallyLearned => (Flags & NeighborFlags.ExternallyLearned) != 0;

    /// <summary>Whether the kernel keeps it resolved.</summary>
    public bool IsManaged => (ExtendedFlags.GetValueOrDefault() & NeighborExtendedFlags.Managed) != 0;

    /// <inheritdoc/>
    public NeighborKey Key => new(InterfaceIndex, WithoutScope(Destination), IsProxy);

    /// <summary>Whether it is of IPv4 or IPv6, rather than an entry of a bridge or of another family.</summary>
    internal bool IsOfInternet => _otherFamily == 0;

    [NetlinkHeader(0)]
    internal byte Family
    {
        get => _otherFamily != 0 ? _otherFamily : FamilyOf(Destination?.AddressFamily);
        init => _otherFamily = value is IPv4 or IPv6 ? (byte)0 : value;
    }

    /// <summary>The kernel's number of a family; 0 (<c>AF_UNSPEC</c>) for both.</summary>
    internal static byte FamilyOf(AddressFamily? family) => family switch
    {
        AddressFamily.InterNetwork => IPv4,
        AddressFamily.InterNetworkV6 => IPv6,
        _ => 0,
    };

    string INetlinkBody.Describe() => LinkLayerAddress is { } address ? $"{Key} at {address}" : Key.ToString();

    private static IPAddress? WithoutScope(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } ? new IPAddress(address.GetAddressBytes()) : address;
}
