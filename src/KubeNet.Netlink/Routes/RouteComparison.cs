using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <summary>Whether a route of the kernel is one that is wanted. Both have the same key.</summary>
internal static class RouteComparison
{
    /// <summary>What cannot be told from an end that was set just now.</summary>
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(2);

    public static bool Satisfies(Route actual, Route wanted) =>
        (wanted.Type ?? RouteType.Unicast) == (actual.Type ?? RouteType.Unicast)
        && (wanted.Protocol is not { } protocol || actual.Protocol == protocol)
        && (wanted.Scope is not { } scope || actual.Scope == scope)
        && (!wanted.IsOnLink || actual.IsOnLink || actual.NextHops.Count > 0)
        && SatisfiesWays(actual, wanted)
        && (wanted.PreferredSource is null || wanted.PreferredSource.Equals(actual.PreferredSource))
        && States(actual.Metrics, wanted.Metrics)
        && (wanted.Realms is null || wanted.Realms == actual.Realms)
        && (wanted.Preference is null || wanted.Preference == actual.Preference)
        && (wanted.TtlPropagate is null || wanted.TtlPropagate == actual.TtlPropagate)
        && SatisfiesEnd(actual.ExpiresIn, wanted.ExpiresIn)
        && HasAll(actual.UnknownAttributes, wanted.UnknownAttributes);

    private static bool SatisfiesWays(Route actual, Route wanted)
    {
        if (wanted.NexthopId is { } id)
        {
            return actual.NexthopId == id;
        }

        if (wanted.NextHops.Count == 0)
        {
            // A way that is stated as one does not stand for several, nor for an object; a route without any (blackhole) has none.
            return actual.NextHops.Count == 0
                && actual.NexthopId is null
                && Equals(wanted.Gateway, actual.Gateway)
                && Equals(wanted.Via, actual.Via)
                && (wanted.OutputInterface is null || wanted.OutputInterface == actual.OutputInterface)
                && (wanted.EncapsulationType is null || wanted.EncapsulationType == actual.EncapsulationType)
                && States(actual.Encapsulation, wanted.Encapsulation);
        }

        return actual.NexthopId is null && SatisfiesHops(HopsOf(actual), wanted.NextHops);
    }

    /// <summary>The kernel may give the hops in another order.</summary>
    private static bool SatisfiesHops(NetlinkList<NextHop> actual, NetlinkList<NextHop> wanted)
    {
        if (actual.Count != wanted.Count)
        {
            return false;
        }

        Span<bool> taken = actual.Count <= 256 ? stackalloc bool[actual.Count] : new bool[actual.Count];
        foreach (NextHop hop in wanted)
        {
            int place = 0;
            while (place < taken.Length && (taken[place] || !SatisfiesHop(actual[place], hop, compareWeight: actual.Count > 1)))
            {
                place++;
            }

            if (place == taken.Length)
            {
                return false;
            }

            taken[place] = true;
        }

        return true;
    }

    private static bool SatisfiesHop(NextHop actual, NextHop wanted, bool compareWeight) =>
        (wanted.InterfaceIndex == 0 || wanted.InterfaceIndex == actual.InterfaceIndex)
        && Equals(wanted.Gateway, actual.Gateway)
        && Equals(wanted.Via, actual.Via)
        && (!compareWeight || wanted.Weight == actual.Weight)
        && (!wanted.IsOnLink || actual.IsOnLink)
        && (wanted.Realms is null || wanted.Realms == actual.Realms)
        && (wanted.EncapsulationType is null || wanted.EncapsulationType == actual.EncapsulationType)
        && States(actual.Encapsulation, wanted.Encapsulation);

    /// <summary>The kernel tells a single way of several as a gateway and a link.</summary>
    private static NetlinkList<NextHop> HopsOf(Route route) => route.NextHops.Count > 0
        ? route.NextHops
        : [new NextHop
        {
            InterfaceIndex = route.OutputInterface.GetValueOrDefault(),
            Gateway = route.Gateway,
            Via = route.Via,
            Flags = (NextHopFlags)(byte)route.Flags,
            Realms = route.Realms,
            EncapsulationType = route.EncapsulationType,
            Encapsulation = route.Encapsulation,
        }];

    private static bool SatisfiesEnd(TimeSpan? actual, TimeSpan? wanted) =>
        actual is { } left && wanted is { } full ? (full - left).Duration() < s_tolerance : actual is null && wanted is null;

    private static bool States(INetlinkBody? actual, INetlinkBody? wanted) =>
        wanted is null || (actual is not null && AttributeComparison.States(actual, wanted));

    private static bool HasAll(NetlinkList<RawAttribute> actual, NetlinkList<RawAttribute> wanted)
    {
        foreach (RawAttribute attribute in wanted)
        {
            if (!actual.AsSpan().Contains(attribute))
            {
                return false;
            }
        }

        return true;
    }
}
