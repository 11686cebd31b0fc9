using System.Net;

namespace KubeNet.Netlink.Routes;

/// <summary>What few routes have, kept apart so that the many are small: a table may have a hundred thousand.</summary>
internal sealed record RouteDetails
{
    private static readonly RouteDetails s_none = new();

    public IPNetwork? Source { get; init; }

    public IPAddress? PreferredSource { get; init; }

    /// <summary>Null for none, as a list that is empty.</summary>
    public NetlinkList<NextHop>? NextHops { get; init; }

    public uint? NexthopId { get; init; }

    public RouteVia? Via { get; init; }

    public RouteMetrics? Metrics { get; init; }

    public uint? Realms { get; init; }

    public TimeSpan? ExpiresIn { get; init; }

    public EncapsulationType? EncapsulationType { get; init; }

    public RouteEncapsulation? Encapsulation { get; init; }

    public bool? TtlPropagate { get; init; }

    public int? InputInterface { get; init; }

    public uint? Mark { get; init; }

    public uint? UserId { get; init; }

    /// <summary>The details to change: those that there are, or empty ones.</summary>
    public static RouteDetails Of(RouteDetails? details) => details ?? s_none;

    /// <summary>What a request for deletion says.</summary>
    public RouteDetails? OfDeletion(bool isIPv6) => new RouteDetails
    {
        Source = Source,
        Via = Via,
        NexthopId = NexthopId,
        PreferredSource = isIPv6 ? null : PreferredSource,
        NextHops = isIPv6 ? null : NextHops,
    }.OrNull();

    /// <summary>The details, or null if nothing is left in them, so that equal routes stay equal.</summary>
    public RouteDetails? OrNull() => Equals(s_none) ? null : this;
}
