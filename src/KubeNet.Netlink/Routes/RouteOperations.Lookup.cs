using System.Net;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <content>Which way a packet goes, and the asynchronous forms.</content>
public sealed partial class RouteOperations
{
    /// <summary>Tells which way a packet to an address goes: <c>ip route get</c>.</summary>
    /// <exception cref="NetlinkException">
    /// No route leads there (<see cref="LinuxError.ENETUNREACH"/>), or one refuses it: unreachable (<see cref="LinuxError.EHOSTUNREACH"/>),
    /// prohibit (<see cref="LinuxError.EACCES"/>), blackhole (<see cref="LinuxError.EINVAL"/>).
    /// </exception>
    public Route Lookup(IPAddress destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return Lookup(new RouteLookup(destination));
    }

    /// <summary>Tells which way a packet goes, by all that decides on it.</summary>
    /// <inheritdoc cref="Lookup(IPAddress)"/>
    public Route Lookup(RouteLookup lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        return Connection.Get<RouteLookup, Route>(RTM_GETROUTE, NetlinkMessageFlags.None, lookup, LookingUp)
            ?? throw new NetlinkException(LookingUp, lookup.ToString(), new NetlinkError(LinuxError.ENODEV));
    }

    /// <summary>Tells which way a packet goes; null if none leads there or a route refuses it.</summary>
    /// <exception cref="NetlinkException">The kernel refused the request.</exception>
    public Route? TryLookup(RouteLookup lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        try
        {
            return Connection.Get<RouteLookup, Route>(RTM_GETROUTE, NetlinkMessageFlags.None, lookup, LookingUp);
        }
        catch (NetlinkException e) when (IsNoWay(e.Error))
        {
            return null;
        }
    }

    /// <inheritdoc cref="Lookup(RouteLookup)"/>
    public ValueTask<Route> LookupAsync(RouteLookup lookup, CancellationToken cancellationToken = default) =>
        Completed.Run((this, lookup), static x => x.Item1.Lookup(x.lookup), cancellationToken);

    /// <inheritdoc cref="TryLookup(RouteLookup)"/>
    public ValueTask<Route?> TryLookupAsync(RouteLookup lookup, CancellationToken cancellationToken = default) =>
        Completed.Run((this, lookup), static x => x.Item1.TryLookup(x.lookup), cancellationToken);

    /// <inheritdoc cref="Append(Route)"/>
    public ValueTask AppendAsync(Route item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Append(x.item), cancellationToken);

    /// <inheritdoc cref="Flush(RouteFilter)"/>
    public ValueTask<int> FlushAsync(RouteFilter filter, CancellationToken cancellationToken = default) =>
        Completed.Run((this, filter), static x => x.Item1.Flush(x.filter), cancellationToken);

    private const string LookingUp = "look up the route to";

    /// <summary>What the kernel answers where there is no way (<c>fib_props</c>, net/ipv4/fib_semantics.c).</summary>
    private static bool IsNoWay(LinuxError error) =>
        error is LinuxError.ENETUNREACH or LinuxError.EHOSTUNREACH or LinuxError.EACCES or LinuxError.EINVAL or LinuxError.EAGAIN;
}
