namespace KubeNet.Netlink.State;

/// <summary>What is in the kernel of what concerns one owner's state.</summary>
public sealed record NetworkSnapshot
{
    /// <summary>Links: the owner's, and those of others that have a wanted name.</summary>
    public NetlinkList<StateLink> Links { get; init; } = NetlinkList<StateLink>.Empty;

    /// <summary>Addresses on wanted links, on the owner's and on managed interfaces.</summary>
    public NetlinkList<StateAddress> Addresses { get; init; } = NetlinkList<StateAddress>.Empty;

    /// <summary>Routes of the owner's protocol and table.</summary>
    public NetlinkList<StateRoute> Routes { get; init; } = NetlinkList<StateRoute>.Empty;

    /// <summary>Neighbours on wanted links, on the owner's and on managed interfaces.</summary>
    public NetlinkList<StateNeighbor> Neighbors { get; init; } = NetlinkList<StateNeighbor>.Empty;

    /// <summary>FDB entries on wanted links, on the owner's and on managed interfaces.</summary>
    public NetlinkList<StateFdbEntry> FdbEntries { get; init; } = NetlinkList<StateFdbEntry>.Empty;

    /// <summary>Routes of others that are in the place of a wanted one that is not there.</summary>
    public NetlinkList<StateRoute> ForeignRoutes { get; init; } = NetlinkList<StateRoute>.Empty;

    /// <summary>The indexes of the interfaces on which everything is the owner's.</summary>
    internal NetlinkList<int> ManagedIndexes { get; init; } = NetlinkList<int>.Empty;

    /// <summary>Reads what concerns a state, and as little else as the kernel's filters allow.</summary>
    /// <exception cref="ArgumentException">The state contradicts itself.</exception>
    /// <exception cref="Transport.NetlinkException">The kernel refused.</exception>
    public static NetworkSnapshot Read(RouteNetlink netlink, NetworkState desired)
    {
        ArgumentNullException.ThrowIfNull(netlink);
        ArgumentNullException.ThrowIfNull(desired);
        return new SnapshotReader(netlink, desired).Read();
    }
}
