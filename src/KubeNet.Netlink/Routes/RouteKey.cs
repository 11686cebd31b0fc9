using System.Net;
using System.Net.Sockets;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// What the kernel takes for a route's identity. It lets programs append a second route of the same identity, which IPv4 uses
/// only once the first is gone; those have the same key.
/// </summary>
/// <param name="DestinationBits">The destination as a number; of IPv4 the lowest 32 bits.</param>
/// <param name="SourceBits">The source prefix as a number, IPv6.</param>
/// <param name="Table">The table: 254 is main.</param>
/// <param name="Priority">The metric: 0 if none was given; IPv6 makes 1024 of none.</param>
/// <param name="OutputInterface">The link's index, for an IPv6 route without gateway: each link may have one. 0 for others.</param>
/// <param name="Family">IPv4 or IPv6.</param>
/// <param name="DestinationLength">Length of the destination's prefix in bits.</param>
/// <param name="SourceLength">Length of the source prefix in bits, IPv6.</param>
/// <param name="TypeOfService">The type of service, IPv4.</param>
public readonly record struct RouteKey(
    UInt128 DestinationBits,
    UInt128 SourceBits,
    uint Table,
    uint Priority,
    int OutputInterface,
    AddressFamily Family,
    byte DestinationLength,
    byte SourceLength,
    byte TypeOfService)
{
    /// <summary>The destination.</summary>
    public IPNetwork Destination => new(Address(DestinationBits).ToIPAddress(), Math.Min(DestinationLength, (byte)WireAddress.BitsOf(Family)));

    /// <summary>The route's identity as <c>ip route</c> would be told of it.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Destination} table {Table} metric {Priority}")
        + (OutputInterface == 0 ? null : FormattableString.Invariant($" dev {OutputInterface}"))
        + (TypeOfService == 0 ? null : FormattableString.Invariant($" tos {TypeOfService}"));

    /// <summary>IPv6 makes <c>IP6_RT_PRIO_USER</c> of a request without metric; a metric of 0 is only the kernel's own.</summary>
    internal static uint EffectivePriority(bool isIPv6, uint? priority) => priority ?? (isIPv6 ? 1024u : 0);

    /// <summary>Whether each link may have such a route. The kernel says the loopback device of those that refuse packets.</summary>
    internal static bool IsPerLink(bool isIPv6, RouteType type) =>
        isIPv6 && type is not (RouteType.Blackhole or RouteType.Unreachable or RouteType.Prohibit or RouteType.Throw);

    internal WireAddress Address(UInt128 bits) => new(bits, (byte)(Family == AddressFamily.InterNetwork ? 4 : 16));
}
