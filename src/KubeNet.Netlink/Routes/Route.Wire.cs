using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <content>How a route lies in a message, where that is not how one thinks of it. Header fields are read before attributes.</content>
public sealed partial record Route
{
    private const RouteFlags Settable = RouteFlags.OnLink | RouteFlags.Pervasive;

    private readonly UInt128 _destination;
    private readonly UInt128 _gateway;
    private readonly RouteDetails? _details;
    private readonly uint _table;
    private readonly uint _priority;
    private readonly int _outputInterface;
    private readonly byte _destinationLength;
    private readonly byte _gatewaySize;
    private readonly byte _sourceLength;
    private readonly byte _family;
    private readonly bool _hasPriority;

    internal uint EffectiveTable => Table ?? Type switch
    {
        RouteType.Local or RouteType.Broadcast or RouteType.Anycast or RouteType.Translate => RT_TABLE_LOCAL,
        _ => RT_TABLE_MAIN,
    };

    internal bool HasGateway => _gatewaySize != 0;

    /// <summary>The gateway's family, without an object of its address.</summary>
    internal AddressFamily? GatewayFamily => _gatewaySize switch
    {
        4 => AddressFamily.InterNetwork,
        16 => AddressFamily.InterNetworkV6,
        _ => null,
    };

    private byte AddressSize => (byte)(_family == KernelFamily.IPv6 ? 16 : 4);

    [NetlinkHeader(0)]
    private byte FamilyNumber
    {
        get => _family != 0 ? _family : KernelFamily.From(
            GatewayFamily
            ?? (PreferredSource ?? Source?.BaseAddress ?? (NextHops.Count > 0 ? NextHops[0].Gateway : null))?.AddressFamily
            ?? AddressFamily.InterNetwork);
        init => _family = value;
    }

    [NetlinkHeader(1)]
    private byte DestinationLength
    {
        get => _destinationLength;
        init => _destinationLength = value;
    }

    [NetlinkHeader(2)]
    private byte SourceLength
    {
        get => (byte)(Source?.PrefixLength ?? 0);
        init => _sourceLength = value;
    }

    [NetlinkHeader(4)]
    private byte TableNumber
    {
        get => EffectiveTable is <= byte.MaxValue and var table ? (byte)table : (byte)RT_TABLE_UNSPEC;
        init => Table = value == 0 ? null : value;
    }

    [NetlinkHeader(5)]
    private RouteProtocol ProtocolNumber
    {
        get => Protocol ?? RouteProtocol.Boot;
        init => Protocol = value;
    }

    [NetlinkHeader(6)]
    private RouteScope ScopeNumber
    {
        get => Scope ?? DefaultScope;
        init => Scope = value;
    }

    [NetlinkHeader(7)]
    private RouteType TypeNumber
    {
        get => Type ?? RouteType.Unicast;
        init => Type = value;
    }

    [NetlinkHeader(8)]
    private RouteFlags SettableFlags
    {
        get => Flags & Settable;
        init => Flags = value;
    }

    [NetlinkAttribute(RTA_DST, PathName = nameof(Destination))]
    private WireAddress? DestinationAddress
    {
        get => _destinationLength == 0 ? null : new WireAddress(_destination, AddressSize);
        init => _destination = value?.Bits ?? UInt128.Zero;
    }

    [NetlinkAttribute(RTA_SRC, PathName = nameof(Source))]
    private WireAddress? SourceAddress
    {
        get => Source is { } source ? WireAddress.From(source.BaseAddress) : null;
        init
        {
            Source = value is { } address ? new IPNetwork(address.ToIPAddress(), Math.Min(_sourceLength, address.Size * 8)) : null;
            _sourceLength = 0;
        }
    }

    [NetlinkAttribute(RTA_GATEWAY, PathName = nameof(Gateway))]
    private WireAddress? GatewayAddress
    {
        get => HasGateway ? new WireAddress(_gateway, _gatewaySize) : null;
        init
        {
            // Beside a next hop object the kernel reports what that says.
            WireAddress address = NexthopId is null ? value.GetValueOrDefault() : default;
            _gateway = address.Bits;
            _gatewaySize = address.Size;
        }
    }

    [NetlinkAttribute(RTA_TABLE, PathName = nameof(Table))]
    private uint? LargeTable
    {
        get => EffectiveTable is > byte.MaxValue and var table ? table : null;
        init => Table = value ?? Table;
    }

    [NetlinkAttribute(RTA_MULTIPATH, PathName = nameof(NextHops))]
    private Multipath? NextHopList
    {
        get => NextHops.Count == 0 ? null : new Multipath(NextHops);
        init => NextHops = value is { } multipath && NexthopId is null ? multipath.NextHops : NetlinkList<NextHop>.Empty;
    }

    // The kernel takes the end of a route as RTA_EXPIRES and gives it in RTA_CACHEINFO.
    [NetlinkAttribute(RTA_EXPIRES, PathName = nameof(ExpiresIn))]
    private uint? ExpiresInSeconds
    {
        get => ExpiresIn is { } time ? (uint)Math.Clamp(Math.Ceiling(time.TotalSeconds), 0, uint.MaxValue) : null;
        init => StatedEnd = value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private TimeSpan? StatedEnd
    {
        init => _details = value is null && _details is null ? null : (RouteDetails.Of(_details) with { ExpiresIn = value }).OrNull();
    }

    private RouteDetails? Details
    {
        init => _details = value;
    }

    /// <summary>
    /// What a request for deletion says of the route. Null would be taken for what a new route gets; in a deletion it is any.
    /// IPv6 deletes all ways of the route that matches, but only the one way that it is told of.
    /// </summary>
    internal Route ToDeletion()
    {
        bool isIPv6 = FamilyNumber == KernelFamily.IPv6;
        return this with
        {
            FamilyNumber = FamilyNumber,
            Table = EffectiveTable,
            Type = Type ?? RouteType.Unspecified,
            Protocol = Protocol ?? RouteProtocol.Unspecified,
            Scope = Scope ?? RouteScope.Nowhere,
            Flags = RouteFlags.None,
            Preference = null,
            CacheInfo = null,
            Details = _details?.OfDeletion(isIPv6),
            UnknownAttributes = NetlinkList<RawAttribute>.Empty,
        };
    }

    // As iproute2 chooses it (ip/iproute.c, iproute_modify): IPv6 has no scopes.
    private RouteScope DefaultScope => FamilyNumber == KernelFamily.IPv6 ? RouteScope.Universe : Type switch
    {
        RouteType.Local or RouteType.Translate => RouteScope.Host,
        RouteType.Broadcast or RouteType.Multicast or RouteType.Anycast => RouteScope.Link,
        null or RouteType.Unicast or RouteType.Unspecified
            when !HasGateway && Via is null && NextHops.Count == 0 && NexthopId is null => RouteScope.Link,
        _ => RouteScope.Universe,
    };
}
