using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.@if;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// The routes: <c>ip route</c>. Adding is <c>ip route add</c>, replacing <c>ip route replace</c>, deleting <c>ip route delete</c>,
/// listing <c>ip route show table all</c>. A deletion deletes the first route of the identity given for which all else that is said
/// of type, protocol, scope, gateway, link and source is true too; what is left open is not looked at.
/// </summary>
public sealed partial class RouteOperations : NetlinkOperations<Route, RouteKey, RouteFilter>
{
    private const NetlinkMessageFlags AppendFlags = NetlinkMessageFlags.Create | NetlinkMessageFlags.Append;
    private const string Appending = "append route";

    // Addresses that hardly anyone has a route of its own for: reserved, RFC 1112 §4, and documentation, RFC 9637.
    private static readonly IPAddress s_somewhereIPv4 = IPAddress.Parse("240.0.0.1");
    private static readonly IPAddress s_somewhereIPv6 = IPAddress.Parse("3fff::1");

    internal RouteOperations(NetlinkConnection connection) : base(connection, ObjectKind)
    {
    }

    internal static NetlinkObjectKind ObjectKind { get; } = new(
        "route",
        "routes",
        RTM_NEWROUTE,
        RTM_DELROUTE,
        RTM_GETROUTE,
        [RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR]);

    /// <summary>
    /// Adds a route after those of the same identity: <c>ip route append</c>. IPv4 uses it once those are gone; IPv6 makes it one more
    /// way of the route that is there.
    /// </summary>
    /// <exception cref="NetlinkException">The very same exists (<see cref="LinuxError.EEXIST"/>), or the kernel refused it.</exception>
    public void Append(Route item)
    {
        Validate(item);
        Connection.Execute(RTM_NEWROUTE, AppendFlags, item, Appending);
    }

    /// <summary>Adds a route after those of the same identity, in a batch.</summary>
    public void Append(NetlinkBatch batch, Route item)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Validate(item);
        batch.Add(RTM_NEWROUTE, AppendFlags, item, Appending);
    }

    /// <summary>Reads the route that has the identity of the one given.</summary>
    /// <inheritdoc cref="TryGet(RouteKey)"/>
    public override Route? TryGet(Route item)
    {
        Validate(item);
        return TryGet(item.Key);
    }

    /// <summary>
    /// Reads a route. The kernel has no request for it: it is asked which route a packet to the prefix would match
    /// (<c>ip route get fibmatch</c>), which is the one wanted unless a longer prefix, a lower metric, a rule, or a type that refuses
    /// packets hides it. Then the route's table is gone through, and filtered by the kernel.
    /// </summary>
    /// <returns>The route, the first if several share the identity; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public Route? TryGet(RouteKey key) => Match(key) ?? Find(key);

    /// <summary>
    /// Has a route as wanted: makes it, replaces what has its identity, all ways of an IPv6 route together, or does nothing. An IPv6
    /// route to link-local or multicast addresses is made beside those of other links. What the route leaves open is not looked at,
    /// but for its type, which is unicast, and its way.
    /// </summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override EnsureResult Ensure(Route item)
    {
        Validate(item);

        // The kernel has routes of its own with a metric that a request cannot give, and would add a second one.
        if (item.Family == AddressFamily.InterNetworkV6 && item.Priority == 0 && TryGet(item) is { } own && Satisfies(own, item))
        {
            return EnsureResult.Unchanged;
        }

        // Adding fails at once if the identity is taken, which is cheaper to learn than that it is free.
        if (TryAdd(item))
        {
            return EnsureResult.Created;
        }

        Route? actual = TryGet(item);
        if (actual is not null && Satisfies(actual, item))
        {
            return EnsureResult.Unchanged;
        }

        if (actual is null && IsPerLink(item))
        {
            Append(item);
            return EnsureResult.Created;
        }

        Replace(item);
        return EnsureResult.Changed;
    }

    /// <summary>Deletes all routes that a filter wants: <c>ip route flush</c>. Routes that go meanwhile are no error.</summary>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="NetlinkException">The kernel refused to delete one; the others are gone.</exception>
    public int Flush(RouteFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        List<Route> routes = List(filter);
        NetlinkBatch batch = Connection.CreateBatch();
        foreach (Route route in routes)
        {
            Delete(batch, route);
        }

        NetlinkBatchResult result = batch.Execute();
        foreach (NetlinkBatchFailure failure in result.Failures)
        {
            if (!failure.Exception.Details.IsNotFound)
            {
                throw failure.Exception;
            }
        }

        return result.Count - result.Failures.Count;
    }

    internal override bool Satisfies(Route actual, Route wanted) => RouteComparison.Satisfies(actual, wanted);

    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload.Length > 0 && payload[0] is KernelFamily.IPv4 or KernelFamily.IPv6;

    /// <summary>IPv4 routes go without a word when their link goes down or their source address goes.</summary>
    internal override bool Unsettles(in NetlinkMessage message) => message.Header.Type switch
    {
        RTM_DELLINK or RTM_DELADDR => true,
        RTM_NEWLINK => message.Payload.Length >= Unsafe.SizeOf<ifinfomsg>()
            && (MemoryMarshal.Read<ifinfomsg>(message.Payload).ifi_flags & IFF_UP) == 0,
        _ => false,
    };

    internal override bool Differs(Route previous, Route current) =>
        previous != (Equals(previous.CacheInfo, current.CacheInfo) ? current : current with { CacheInfo = previous.CacheInfo });

    private protected override void Validate(Route item)
    {
        base.Validate(item);
        AddressFamily family = item.Family;
        if (item.GatewayFamily is { } gateway && gateway != family)
        {
            RequireFamily(item, family, item.Gateway, nameof(Route.Gateway));
        }

        RequireFamily(item, family, item.PreferredSource, nameof(Route.PreferredSource));
        RequireFamily(item, family, item.Source?.BaseAddress, nameof(Route.Source));
        foreach (NextHop hop in item.NextHops)
        {
            RequireFamily(item, family, hop.Gateway, nameof(Route.NextHops));
        }
    }

    private protected override Route DeletionOf(Route item)
    {
        Validate(item);
        return item.ToDeletion();
    }

    private Route? Match(in RouteKey key)
    {
        // A rule may lead to other tables, but then only for some packets.
        if (key.Table is not (RT_TABLE_MAIN or RT_TABLE_LOCAL or RT_TABLE_DEFAULT) || key.SourceLength > 0)
        {
            return null;
        }

        IPAddress destination = key.DestinationLength > 0 ? key.Address(key.DestinationBits).ToIPAddress()
            : key.Family == AddressFamily.InterNetwork ? s_somewhereIPv4 : s_somewhereIPv6;
        Route? found = TryLookup(new RouteLookup(destination)
        {
            FibMatch = true,
            TypeOfService = key.TypeOfService,
            OutputInterface = key.OutputInterface == 0 ? null : key.OutputInterface,
        });
        return found is not null && found.Key == key ? found : null;
    }

    private Route? Find(in RouteKey key)
    {
        var filter = new RouteFilter
        {
            Family = key.Family,
            Table = key.Table,
            OutputInterface = key.OutputInterface == 0 ? null : key.OutputInterface,
            RequiresTable = true,
        };
        var finder = new Finder(key);
        try
        {
            Connection.Dump(RTM_GETROUTE, filter, ref finder, Kind.Getting);
        }
        catch (NetlinkException e) when (e.Details.IsNotFound)
        {
            return null;
        }

        return finder.Found;
    }

    private static bool IsPerLink(Route route)
    {
        const int LinkLocalLength = 10;
        const int MulticastLength = 8;
        return route.Family == AddressFamily.InterNetworkV6
            && route.Destination is { } destination
            && ((destination.BaseAddress.IsIPv6LinkLocal && destination.PrefixLength >= LinkLocalLength)
                || (destination.BaseAddress.IsIPv6Multicast && destination.PrefixLength >= MulticastLength));
    }

    private static void RequireFamily(Route route, AddressFamily family, IPAddress? address, string property)
    {
        if (address is not null && address.AddressFamily != family)
        {
            string remedy = property is nameof(Route.Gateway) or nameof(Route.NextHops) ? " A gateway of another family goes into Via." : string.Empty;
            throw new ArgumentException($"The route {route} is of one family and {address} in {property} of another.{remedy}", nameof(route));
        }
    }

    private struct Finder(RouteKey key) : INetlinkVisitor
    {
        public Route? Found { get; private set; }

        public void Begin() => Found = null;

        public bool Visit(in NetlinkMessage message)
        {
            if (new RouteView(message).Key == key)
            {
                Found = Route.Read(message.Payload);
            }

            return Found is null;
        }
    }
}
