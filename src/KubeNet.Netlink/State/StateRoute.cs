using System.Net.Sockets;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>A route: <c>ip route add 10.244.1.0/24 via 10.0.0.2 dev eth0</c>.</summary>
/// <param name="Route">
/// The route, without interface indexes and without next hops: <see cref="InterfaceName"/> and <see cref="NextHops"/> name
/// interfaces. Protocol and table are the owner's where they are null. What it leaves null the route shall not have, but for
/// the scope, the type and what the kernel fills in.
/// </param>
/// <param name="InterfaceName">The interface over which the packets go; null has the kernel find that of the gateway, or there is none.</param>
public sealed record StateRoute(Route Route, string? InterfaceName = null) : StateObject
{
    /// <summary>Several ways instead of the route's gateway and <see cref="InterfaceName"/>.</summary>
    public NetlinkList<StateNextHop> NextHops { get; init; } = NetlinkList<StateNextHop>.Empty;

    internal StateRouteKey Key => new(
        Route.Key,
        Route.Family == AddressFamily.InterNetworkV6 && Route.Gateway is null && Route.NexthopId is null && NextHops.Count == 0 ? InterfaceName : null);

    internal byte ProtocolNumber => (byte)Route.Protocol.GetValueOrDefault();

    internal override string Noun => "route";

    internal override string Identity
    {
        get
        {
            uint table = Route.EffectiveTable;
            return new StateText()
                .Add(Route.Type is not (null or RouteType.Unicast), Route.Type.ToString()!.ToLowerInvariant())
                .Add(true, Route.Destination is { PrefixLength: > 0 } destination ? destination.ToString()
                    : Route.Family == AddressFamily.InterNetworkV6 ? "::/0" : "0.0.0.0/0")
                .Add("from", Route.Source)
                .Add("tos", Route.TypeOfService == 0 ? null : (byte?)Route.TypeOfService)
                .Add("table", table == 254 ? null : (uint?)table)
                .Add("metric", Route.Priority is null or 0 || (Route.Priority == 1024 && Route.Family == AddressFamily.InterNetworkV6) ? null : Route.Priority)
                .ToString();
        }
    }

    internal override string Details
    {
        get
        {
            StateText text = new StateText()
                .Add("via", (object?)Route.Gateway ?? Route.Via)
                .Add("dev", InterfaceName)
                .Add("nhid", Route.NexthopId)
                .Add("src", Route.PreferredSource)
                .Add("mtu", Route.Metrics?.Mtu)
                .Add("encap", Route.EncapsulationType)
                .Add(Route.IsOnLink, "onlink");
            foreach (StateNextHop hop in NextHops.AsSpan())
            {
                text.Add(true, hop.ToString());
            }

            return text.ToString();
        }
    }

    internal bool IsSatisfiedBy(StateRoute actual) =>
        RouteComparison.Satisfies(actual.Route, Route)
        && Route.IsOnLink == actual.Route.IsOnLink
        && Equals(Route.PreferredSource, actual.Route.PreferredSource)
        && (Route.Metrics is null) == (actual.Route.Metrics is null)
        && Route.EncapsulationType == actual.Route.EncapsulationType
        && (InterfaceName is null || InterfaceName == actual.InterfaceName)
        && AreHopsSatisfiedBy(actual.NextHops);

    /// <summary>
    /// Whether the kernel can put this in the place of what is there. IPv6 takes no on-link gateway to which a route leads over
    /// another link, and the route that is to be replaced may be just that one: it has to go first.
    /// </summary>
    internal bool CanBecome(StateRoute actual) =>
        !(Route.IsOnLink
            && Route.Family == AddressFamily.InterNetworkV6
            && InterfaceName != actual.InterfaceName
            && Route is { Gateway: { } gateway, Destination: { } destination }
            && destination.Contains(gateway));

    internal override void AddCreation(NetlinkBatch batch, StateTarget target) => target.Netlink.Routes.Add(batch, In(target));

    internal override void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before) => target.Netlink.Routes.Replace(batch, In(target));

    internal override void AddRemoval(NetlinkBatch batch, StateTarget target) => target.Netlink.Routes.Delete(batch, In(target));

    private Route In(StateTarget target)
    {
        if (NextHops.Count == 0)
        {
            return InterfaceName is null ? Route : Route with { OutputInterface = target.IndexOf(InterfaceName) };
        }

        var hops = new NextHop[NextHops.Count];
        for (int i = 0; i < hops.Length; i++)
        {
            StateNextHop hop = NextHops[i];
            hops[i] = hop.InterfaceName is null ? hop.Hop : hop.Hop with { InterfaceIndex = target.IndexOf(hop.InterfaceName) };
        }

        return Route with { NextHops = NetlinkList.Create<NextHop>(hops) };
    }

    /// <summary>The kernel may give the ways in another order.</summary>
    private bool AreHopsSatisfiedBy(NetlinkList<StateNextHop> actual)
    {
        if (actual.Count != NextHops.Count)
        {
            return false;
        }

        var left = new List<StateNextHop>(actual);
        foreach (StateNextHop hop in NextHops.AsSpan())
        {
            int place = left.FindIndex(hop.IsSatisfiedBy);
            if (place < 0)
            {
                return false;
            }

            left.RemoveAt(place);
        }

        return true;
    }
}
