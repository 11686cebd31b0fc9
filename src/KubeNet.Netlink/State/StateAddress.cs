using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>An address of an interface: <c>ip address add 10.0.0.5/24 dev eth0</c>.</summary>
/// <param name="InterfaceName">The interface's name.</param>
/// <param name="Address">
/// The address. Its interface index is not looked at. What it leaves null is not looked at either, but for the lifetime: null
/// is forever. A lifetime is renewed when half of it is over.
/// </param>
public sealed record StateAddress(string InterfaceName, Address Address) : StateObject
{
    internal StateAddressKey Key => new(InterfaceName, Address.Key with { InterfaceIndex = 0 });

    /// <summary>Whether it is one of those that an agent makes, rather than the kernel or a router's advertisement.</summary>
    internal bool IsStated =>
        Address.ValidLifetime is null && !Address.Local.Address.IsIPv6LinkLocal && !IPAddress.IsLoopback(Address.Local.Address);

    internal override string Noun => "address";

    internal override string Identity => Address.Peer is null
        ? $"{Address.Local} dev {InterfaceName}"
        : $"{Address.Local.Address} peer {Address.Peer}/{Address.Local.PrefixLength} dev {InterfaceName}";

    internal override string Details => new StateText()
        .Add("broadcast", Address.Broadcast)
        .Add("label", Address.Label == InterfaceName ? null : Address.Label)
        .Add("metric", Address.RouteMetric)
        .ToString();

    internal bool IsSatisfiedBy(StateAddress actual) =>
        CanBecome(actual)
        && Equals(actual.Address.Peer, Address.Peer)
        && AreFlagsSatisfiedBy(actual)
        && (Address.RouteMetric is not { } metric || actual.Address.RouteMetric.GetValueOrDefault() == metric)
        && (Address.Protocol is not { } protocol || actual.Address.Protocol.GetValueOrDefault() == protocol)
        && IsLifetimeSatisfiedBy(actual.Address.ValidLifetime, Address.ValidLifetime)
        && IsLifetimeSatisfiedBy(actual.Address.PreferredLifetime, Address.PreferredLifetime ?? Address.ValidLifetime);

    /// <summary>Whether the kernel can change what is there into this, rather than only make it anew.</summary>
    internal bool CanBecome(StateAddress actual) =>
        Address.Family == AddressFamily.InterNetworkV6
            ? actual.Address.Local.PrefixLength == Address.Local.PrefixLength
            : Equals(actual.Address.Peer, Address.Peer)
                && (Address.Broadcast is null || Address.Broadcast.Equals(actual.Address.Broadcast))
                && (Address.Label is null || Address.Label == actual.Address.Label)
                && (Address.Scope is null || Address.Scope == actual.Address.Scope)
                && AreFlagsSatisfiedBy(actual);

    internal override void AddCreation(NetlinkBatch batch, StateTarget target) => target.Netlink.Addresses.Add(batch, In(target));

    internal override void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before) =>
        target.Netlink.Addresses.Replace(batch, In(target));

    internal override void AddRemoval(NetlinkBatch batch, StateTarget target) => target.Netlink.Addresses.Delete(batch, In(target));

    private Address In(StateTarget target) => Address with { InterfaceIndex = target.IndexOf(InterfaceName) };

    private bool AreFlagsSatisfiedBy(StateAddress actual) =>
        Address.Flags is not { } flags || ((actual.Address.Flags.GetValueOrDefault() ^ flags) & Address.Settable & ~AddressFlags.Optimistic) == 0;

    private static bool IsLifetimeSatisfiedBy(TimeSpan? actual, TimeSpan? wanted) =>
        actual is { } left && wanted is { } full ? left <= full && left >= full / 2 : actual is null && wanted is null;
}
