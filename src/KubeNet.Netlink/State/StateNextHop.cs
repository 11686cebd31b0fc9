using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.State;

/// <summary>One of several ways of a route: <c>nexthop via 10.0.0.2 dev eth0 weight 2</c>.</summary>
/// <param name="Hop">The way. Its interface index is not looked at.</param>
/// <param name="InterfaceName">The interface, by name; null has the kernel find that of the gateway.</param>
public sealed record StateNextHop(NextHop Hop, string? InterfaceName = null)
{
    /// <summary>The way in the words of <c>ip route</c>.</summary>
    public override string ToString() => new StateText()
        .Add("nexthop via", (object?)Hop.Gateway ?? Hop.Via)
        .Add(Hop.Gateway is null && Hop.Via is null, "nexthop")
        .Add("dev", InterfaceName)
        .Add("weight", Hop.Weight == 1 ? null : (int?)Hop.Weight)
        .Add(Hop.IsOnLink, "onlink")
        .ToString();

    internal bool IsSatisfiedBy(StateNextHop actual) =>
        (InterfaceName is null || InterfaceName == actual.InterfaceName)
        && Equals(Hop.Gateway, actual.Hop.Gateway)
        && Equals(Hop.Via, actual.Hop.Via)
        && Hop.Weight == actual.Hop.Weight
        && Hop.IsOnLink == actual.Hop.IsOnLink
        && Hop.Realms == actual.Hop.Realms
        && Hop.EncapsulationType == actual.Hop.EncapsulationType
        && (Hop.Encapsulation is null || (actual.Hop.Encapsulation is { } there && AttributeComparison.States(there, Hop.Encapsulation)));
}
