using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>A route (<c>RTM_NEWROUTE</c>, <c>struct rtmsg</c>): <c>ip route show</c>.</summary>
[NetlinkRecord(HeaderSize = 12)]
public sealed partial record Route : INetlinkObject<RouteKey>
{
    /// <summary>
    /// Where the packets go (<c>RTA_DST</c>, <c>rtm_dst_len</c>). Everything, <c>default</c>, is 0.0.0.0/0 or ::/0; null means
    /// that too, for the family of the gateway. <see cref="IPNetwork"/> drops host bits silently; <see cref="To(string)"/> refuses them.
    /// </summary>
    public IPNetwork? Destination
    {
        get => _family is KernelFamily.IPv4 or KernelFamily.IPv6
            ? new IPNetwork(new WireAddress(_destination, AddressSize).ToIPAddress(), Math.Min(_destinationLength, AddressSize * 8))
            : null;
        init
        {
            _destination = value is { } network ? WireAddress.From(network.BaseAddress).Bits : UInt128.Zero;
            _destinationLength = (byte)(value?.PrefixLength ?? 0);
            _family = value is null ? _family : KernelFamily.From(value.Value.BaseAddress.AddressFamily);
        }
    }

    /// <summary>
    /// IPv4 or IPv6 (<c>rtm_family</c>). It need only be said of a route that has no address at all, such as
    /// <c>unreachable default</c>.
    /// </summary>
    public AddressFamily Family
    {
        get => KernelFamily.ToManaged(FamilyNumber);
        init => _family = KernelFamily.From(value);
    }

    /// <summary>Where the packets come from, IPv6 (<c>RTA_SRC</c>, <c>rtm_src_len</c>, <c>from</c>).</summary>
    public IPNetwork? Source
    {
        get => _details?.Source;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Source = value }).OrNull();
    }

    /// <summary>What becomes of the packets (<c>rtm_type</c>); null is unicast.</summary>
    public RouteType? Type { get; init; }

    /// <summary>
    /// The table (<c>RTA_TABLE</c>, <c>rtm_table</c>): 254 is main, 255 local. Null is local for what is local, broadcast or anycast,
    /// and main for the rest.
    /// </summary>
    public uint? Table
    {
        get => _table == 0 ? null : _table;
        init => _table = value.GetValueOrDefault();
    }

    /// <summary>Who made it (<c>rtm_protocol</c>, <c>proto</c>); null is <see cref="RouteProtocol.Boot"/>, and any in a deletion.</summary>
    public RouteProtocol? Protocol { get; init; }

    /// <summary>
    /// How far away the destination is, IPv4 (<c>rtm_scope</c>, <c>scope</c>). Null is what <c>ip route</c> chooses: the host for local
    /// routes, the link for those without gateway, everywhere for the rest.
    /// </summary>
    public RouteScope? Scope { get; init; }

    /// <summary>The type of service that packets must have, IPv4 (<c>rtm_tos</c>, <c>tos</c>): the DSCP in the upper six bits.</summary>
    [NetlinkHeader(3)]
    public byte TypeOfService { get; init; }

    /// <summary>States and wishes (<c>rtm_flags</c>).</summary>
    public RouteFlags Flags { get; init; }

    /// <summary>Whether the gateway is on the link though no prefix says so (<c>RTNH_F_ONLINK</c>, <c>onlink</c>).</summary>
    public bool IsOnLink
    {
        get => (Flags & RouteFlags.OnLink) != 0;
        init => Flags = value ? Flags | RouteFlags.OnLink : Flags & ~RouteFlags.OnLink;
    }

    /// <summary>The gateway (<c>RTA_GATEWAY</c>, <c>via</c>); null is a way over the link alone.</summary>
    public IPAddress? Gateway
    {
        get => _gatewaySize == 0 ? null : new WireAddress(_gateway, _gatewaySize).ToIPAddress();
        init
        {
            WireAddress address = value is null ? default : WireAddress.From(value);
            _gateway = address.Bits;
            _gatewaySize = address.Size;
        }
    }

    /// <summary>A gateway of another family than the route (<c>RTA_VIA</c>, <c>via inet6</c>).</summary>
    [NetlinkAttribute(RTA_VIA)]
    public RouteVia? Via
    {
        get => _details?.Via;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Via = value }).OrNull();
    }

    /// <summary>The index of the link over which the packets go (<c>RTA_OIF</c>, <c>dev</c>).</summary>
    [NetlinkAttribute(RTA_OIF)]
    public int? OutputInterface
    {
        get => _outputInterface == 0 ? null : _outputInterface;
        init => _outputInterface = value.GetValueOrDefault();
    }

    /// <summary>
    /// Several ways, instead of <see cref="Gateway"/> and <see cref="OutputInterface"/> (<c>RTA_MULTIPATH</c>, <c>nexthop …</c>). The
    /// kernel makes of a single one a gateway and a link.
    /// </summary>
    public NetlinkList<NextHop> NextHops
    {
        get => _details?.NextHops ?? NetlinkList<NextHop>.Empty;
        init => _details = value.Count == 0 && _details is null
            ? null
            : (RouteDetails.Of(_details) with { NextHops = value.Count == 0 ? null : value }).OrNull();
    }

    /// <summary>The metric: of two routes to one destination, the lower is taken (<c>RTA_PRIORITY</c>, <c>metric</c>). IPv6 makes 1024 of null, and of 0, which only routes of the kernel itself have.</summary>
    [NetlinkAttribute(RTA_PRIORITY)]
    public uint? Priority
    {
        get => _hasPriority ? _priority : null;
        init
        {
            _priority = value.GetValueOrDefault();
            _hasPriority = value is not null;
        }
    }

    /// <summary>The source address that packets of this host take (<c>RTA_PREFSRC</c>, <c>src</c>).</summary>
    [NetlinkAttribute(RTA_PREFSRC)]
    public IPAddress? PreferredSource
    {
        get => _details?.PreferredSource;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { PreferredSource = value }).OrNull();
    }

    /// <summary>What TCP and IP take from the route (<c>RTA_METRICS</c>).</summary>
    [NetlinkAttribute(RTA_METRICS)]
    public RouteMetrics? Metrics
    {
        get => _details?.Metrics;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Metrics = value }).OrNull();
    }

    /// <summary>Traffic classes of source and destination, IPv4 (<c>RTA_FLOW</c>, <c>realms</c>): the source in the upper 16 bits.</summary>
    [NetlinkAttribute(RTA_FLOW)]
    public uint? Realms
    {
        get => _details?.Realms;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Realms = value }).OrNull();
    }

    /// <summary>The preference of the router, IPv6 (<c>RTA_PREF</c>, <c>pref</c>).</summary>
    [NetlinkAttribute(RTA_PREF)]
    public RoutePreference? Preference { get; init; }

    /// <summary>When the kernel takes the route away, IPv6, in whole seconds from now on (<c>RTA_EXPIRES</c>, <c>expires</c>); null is never.</summary>
    public TimeSpan? ExpiresIn
    {
        get => _details?.ExpiresIn ?? CacheInfo?.ExpiresIn;
        init
        {
            StatedEnd = value;
            CacheInfo = CacheInfo?.ExpiresIn is null ? CacheInfo : CacheInfo with { ExpiresIn = null };
        }
    }

    /// <summary>What the packets are wrapped in (<c>RTA_ENCAP_TYPE</c>, <c>encap</c>).</summary>
    [NetlinkAttribute(RTA_ENCAP_TYPE)]
    public EncapsulationType? EncapsulationType
    {
        get => _details?.EncapsulationType;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { EncapsulationType = value }).OrNull();
    }

    /// <summary>The parameters of the encapsulation (<c>RTA_ENCAP</c>).</summary>
    [NetlinkAttribute(RTA_ENCAP)]
    public RouteEncapsulation? Encapsulation
    {
        get => _details?.Encapsulation;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Encapsulation = value }).OrNull();
    }

    /// <summary>Whether the time to live goes on into and out of MPLS (<c>RTA_TTL_PROPAGATE</c>, <c>ttl-propagate</c>).</summary>
    [NetlinkAttribute(RTA_TTL_PROPAGATE)]
    public bool? TtlPropagate
    {
        get => _details?.TtlPropagate;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { TtlPropagate = value }).OrNull();
    }

    /// <summary>Reported by a look-up: the link over which the packet comes (<c>RTA_IIF</c>, <c>iif</c>).</summary>
    [NetlinkAttribute(RTA_IIF, ReadOnly = true)]
    public int? InputInterface
    {
        get => _details?.InputInterface;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { InputInterface = value }).OrNull();
    }

    /// <summary>Reported by a look-up: the packet's mark (<c>RTA_MARK</c>, <c>mark</c>).</summary>
    [NetlinkAttribute(RTA_MARK, ReadOnly = true)]
    public uint? Mark
    {
        get => _details?.Mark;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { Mark = value }).OrNull();
    }

    /// <summary>Reported by a look-up: whose packet it is (<c>RTA_UID</c>, <c>uid</c>).</summary>
    [NetlinkAttribute(RTA_UID, ReadOnly = true)]
    public uint? UserId
    {
        get => _details?.UserId;
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { UserId = value }).OrNull();
    }

    /// <summary>Reported: how the route is used (<c>RTA_CACHEINFO</c>). Listed of IPv6 alone.</summary>
    [NetlinkAttribute(RTA_CACHEINFO, ReadOnly = true)]
    public RouteCacheInfo? CacheInfo { get; init; }

    /// <summary>
    /// A next hop object (<c>RTA_NH_ID</c>, <c>nhid</c>, since Linux 5.3), instead of gateway, link and <see cref="NextHops"/>. The kernel
    /// reports what the object says beside it; as it takes only one of the two, setting this leaves the others out.
    /// </summary>
    [NetlinkAttribute(RTA_NH_ID)]
    public uint? NexthopId
    {
        get => _details?.NexthopId;
        init
        {
            _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { NexthopId = value }).OrNull();
            if (value is not null)
            {
                Gateway = null;
                Via = null;
                OutputInterface = null;
                NextHops = NetlinkList<NextHop>.Empty;
                EncapsulationType = null;
                Encapsulation = null;
            }
        }
    }

    /// <inheritdoc/>
    public RouteKey Key
    {
        get
        {
            bool isIPv6 = Family == AddressFamily.InterNetworkV6;
            return new RouteKey(
                _destination,
                Source is { } source ? WireAddress.From(source.BaseAddress).Bits : UInt128.Zero,
                EffectiveTable,
                RouteKey.EffectivePriority(isIPv6, Priority),
                RouteKey.IsPerLink(isIPv6, TypeNumber) && !HasGateway && NextHops.Count == 0 ? OutputInterface.GetValueOrDefault() : 0,
                Family,
                _destinationLength,
                (byte)(Source?.PrefixLength ?? 0),
                TypeOfService);
        }
    }

    /// <summary>A route to a destination, to be completed: <c>Route.To("10.1.0.0/16") with { Gateway = … }</c>.</summary>
    /// <param name="destination">A prefix without host bits, an address, or <c>default</c>, which is IPv4 here.</param>
    /// <exception cref="FormatException">The text is no prefix, or has bits beyond it.</exception>
    public static Route To(string destination) => new() { Destination = RoutePrefix.Parse(destination) };
}
