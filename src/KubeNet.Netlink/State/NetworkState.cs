namespace KubeNet.Netlink.State;

/// <summary>
/// What one owner wants to be in a network namespace: links, addresses, routes, neighbours and FDB entries. A value; it names
/// interfaces by name, since they need not exist yet. A <see cref="NetworkReconciler"/> has the kernel follow it.
/// </summary>
/// <remarks>
/// What the owner has in the kernel and does not state here is removed: links with its mark, routes of its protocol, and on
/// its links (and on <see cref="ManagedInterfaces"/>) addresses, permanent neighbours and permanent FDB entries. Addresses
/// that the kernel gave itself (link-local, advertised, loopback) stay. Nothing else is touched.
/// </remarks>
/// <param name="Owner">Whose state it is.</param>
public sealed record NetworkState(StateOwner Owner)
{
    /// <summary>Links that the owner makes.</summary>
    public NetlinkList<StateLink> Links { get; init; } = NetlinkList<StateLink>.Empty;

    /// <summary>Addresses, on the owner's links or managed interfaces.</summary>
    public NetlinkList<StateAddress> Addresses { get; init; } = NetlinkList<StateAddress>.Empty;

    /// <summary>Routes, over any interface.</summary>
    public NetlinkList<StateRoute> Routes { get; init; } = NetlinkList<StateRoute>.Empty;

    /// <summary>Neighbours, on the owner's links or managed interfaces.</summary>
    public NetlinkList<StateNeighbor> Neighbors { get; init; } = NetlinkList<StateNeighbor>.Empty;

    /// <summary>FDB entries, on the owner's links or managed interfaces.</summary>
    public NetlinkList<StateFdbEntry> FdbEntries { get; init; } = NetlinkList<StateFdbEntry>.Empty;

    /// <summary>
    /// Interfaces that others made and on which addresses, permanent neighbours and permanent FDB entries are this owner's
    /// alone: those that are not stated are removed.
    /// </summary>
    public NetlinkList<string> ManagedInterfaces { get; init; } = NetlinkList<string>.Empty;

    /// <summary>
    /// Whether a link without the owner's mark that has a wanted name, or a route of another protocol that has a wanted
    /// destination, table and priority, becomes the owner's. Otherwise it is an error (<see cref="StateConflictException"/>).
    /// </summary>
    public bool AdoptsExisting { get; init; }

    /// <summary>The state in which the owner has nothing: applying it removes what is left.</summary>
    public NetworkState Emptied() => new(Owner) { ManagedInterfaces = ManagedInterfaces };
}
