using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Addresses;

/// <summary>
/// The addresses of links: <c>ip address</c>. Adding is <c>ip address add</c>, replacing <c>ip address replace</c>, deleting
/// <c>ip address delete</c>, listing <c>ip address show</c>.
/// </summary>
public sealed class AddressOperations : NetlinkOperations<Address, AddressKey, AddressFilter>
{
    /// <summary>What cannot be told from a lifetime that was set just now.</summary>
    private static readonly TimeSpan s_lifetimeTolerance = TimeSpan.FromSeconds(2);

    private const AddressFlags Compared = Address.Settable & ~AddressFlags.Optimistic;

    internal AddressOperations(NetlinkConnection connection) : base(connection, ObjectKind)
    {
    }

    internal static NetlinkObjectKind ObjectKind { get; } = new(
        "address", "addresses", RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR, [RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR]);

    /// <summary>Reads the address that has the identity of the one given.</summary>
    /// <inheritdoc cref="TryGet(AddressKey)"/>
    public override Address? TryGet(Address item)
    {
        Validate(item);
        return TryGet(item.Key);
    }

    /// <summary>
    /// Reads an address. The kernel gives an IPv6 address by itself; of IPv4 it only gives lists, so the addresses of that one
    /// link are gone through.
    /// </summary>
    /// <returns>The address; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public Address? TryGet(AddressKey key)
    {
        ArgumentNullException.ThrowIfNull(key.Address, nameof(key));
        if (key.Address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var query = new AddressQuery(key.InterfaceIndex, key.Address);
            Address? found = Connection.Get<AddressQuery, Address>(RTM_GETADDR, NetlinkMessageFlags.None, query, Kind.Getting);

            // Without such a link the kernel looks at all links.
            return found is not null && found.Key == key ? found : null;
        }

        var filter = new AddressFilter { InterfaceIndex = key.InterfaceIndex, Family = AddressFamily.InterNetwork };
        var finder = new Finder(key);
        try
        {
            Connection.Dump(RTM_GETADDR, filter, ref finder, Kind.Getting);
        }
        catch (NetlinkException e) when (e.Details.IsNotFound)
        {
            return null;
        }

        return finder.Found;
    }

    /// <summary>
    /// Has an address as wanted. What the kernel cannot change in place (IPv4: broadcast, label, scope, flags; IPv6: the length of
    /// the prefix) is changed by deleting the address and making it anew. A lifetime that has run down is renewed.
    /// </summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override EnsureResult Ensure(Address item)
    {
        Validate(item);
        if (TryAdd(item))
        {
            return EnsureResult.Created;
        }

        if (TryGet(item) is { } actual)
        {
            if (Satisfies(actual, item))
            {
                return EnsureResult.Unchanged;
            }

            if (!IsChangeableInto(actual, item))
            {
                Delete(actual);
            }
        }

        Replace(item);
        return EnsureResult.Changed;
    }

    internal override bool Satisfies(Address actual, Address wanted) =>
        IsChangeableInto(actual, wanted)
        && Equals(actual.Peer, wanted.Peer)
        && (wanted.Flags is not { } flags || ((actual.Flags.GetValueOrDefault() ^ flags) & Compared) == 0)
        && (wanted.RouteMetric is not { } metric || actual.RouteMetric.GetValueOrDefault() == metric)
        && (wanted.Protocol is not { } protocol || actual.Protocol.GetValueOrDefault() == protocol)
        && IsSameLifetime(actual.ValidLifetime, wanted.ValidLifetime)
        && IsSameLifetime(actual.PreferredLifetime, wanted.PreferredLifetime ?? wanted.ValidLifetime);

    private protected override void Validate(Address item)
    {
        base.Validate(item);
        if (!item.HasLocal)
        {
            throw new ArgumentException("An address needs its Local, such as 10.0.0.5/24.", nameof(item));
        }

        if (item.Local.Address.Equals(IPAddress.Any))
        {
            throw new ArgumentException("0.0.0.0 is no address of a link: the kernel would say that all went well, and make none.", nameof(item));
        }

        if (item.InterfaceIndex <= 0)
        {
            throw new ArgumentException($"The address {item.Local} needs the index of its link (InterfaceIndex), which is positive.", nameof(item));
        }

        if (item.Peer is { } peer && peer.AddressFamily != item.Family)
        {
            throw new ArgumentException($"The peer {peer} of {item.Local} is of another family.", nameof(item));
        }
    }

    private protected override Address DeletionOf(Address item)
    {
        Validate(item);
        return new Address { InterfaceIndex = item.InterfaceIndex, Local = item.Local, Peer = item.Peer };
    }

    private static bool IsChangeableInto(Address actual, Address wanted) =>
        actual.Family == AddressFamily.InterNetworkV6
            ? actual.Local.PrefixLength == wanted.Local.PrefixLength
            : Equals(actual.Peer, wanted.Peer)
                && (wanted.Broadcast is null || wanted.Broadcast.Equals(actual.Broadcast ?? IPAddress.Any))
                && (wanted.Label is null || wanted.Label == actual.Label)
                && (wanted.Scope is null || wanted.Scope == actual.Scope)
                && (wanted.Flags is not { } flags || ((actual.Flags.GetValueOrDefault() ^ flags) & Compared) == 0);

    private static bool IsSameLifetime(TimeSpan? actual, TimeSpan? wanted) =>
        actual is { } left && wanted is { } full ? (full - left).Duration() < s_lifetimeTolerance : actual is null && wanted is null;

    private struct Finder(AddressKey key) : INetlinkVisitor
    {
        public Address? Found { get; private set; }

        public void Begin() => Found = null;

        public bool Visit(in NetlinkMessage message)
        {
            var address = Address.Read(message.Payload);
            if (address.HasLocal && address.Key == key)
            {
                Found = address;
            }

            return Found is null;
        }
    }
}
