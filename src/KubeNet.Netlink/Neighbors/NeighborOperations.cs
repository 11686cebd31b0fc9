using System.Net;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Neighbors;

/// <summary>
/// The ARP and neighbour discovery tables: <c>ip neigh add | replace | del | get | show | flush</c>. Proxy entries come here
/// too; the kernel lists them apart (<see cref="NeighborFilter.IsProxy"/>), lets an existing one be added again, and tells
/// watchers nothing of them.
/// </summary>
public sealed class NeighborOperations : NetlinkOperations<Neighbor, NeighborKey, NeighborFilter>
{
    private const NeighborFlags Compared = NeighborFlags.Router | NeighborFlags.ExternallyLearned;
    private const NeighborState Resolving =
        NeighborState.Incomplete | NeighborState.Reachable | NeighborState.Stale | NeighborState.Delay | NeighborState.Probe;

    private static readonly NetlinkObjectKind s_kind =
        new("neighbor", "neighbors", RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH, [RTNLGRP_NEIGH]);

    internal NeighborOperations(NetlinkConnection connection) : base(connection, s_kind)
    {
    }

    /// <summary>Reads the entry of an address on a device, by asking for it alone: <c>ip neigh get ADDR dev DEV</c>.</summary>
    /// <returns>The entry; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public Neighbor? TryGet(int interfaceIndex, IPAddress destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return TryGet(new Neighbor { InterfaceIndex = interfaceIndex, Destination = destination });
    }

    /// <summary>
    /// Reads the entry that has the identity of the one given, by asking for it alone: <c>ip neigh get [proxy] ADDR dev DEV</c>.
    /// </summary>
    /// <returns>The entry; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override Neighbor? TryGet(Neighbor item) =>
        Connection.Get<Neighbor, Neighbor>(Kind.Get, NetlinkMessageFlags.None, DeletionOf(item), Kind.Getting);

    /// <summary>
    /// Deletes the entries that a filter wants: <c>ip neigh flush</c>. If the filter names no states, permanent entries and
    /// those that need no resolution stay, as with that command. The kernel deletes neighbours one by one, so they are
    /// listed and deleted in batches.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="NetlinkException">The kernel refused. Others may have been deleted.</exception>
    public int Flush(NeighborFilter? filter = null)
    {
        bool sparesFixed = filter is null or { State: null, IsProxy: false };
        NetlinkBatch batch = Connection.CreateBatch();
        foreach (Neighbor item in List(filter))
        {
            if (!sparesFixed || (item.State & (NeighborState.Permanent | NeighborState.NoArp)) == 0)
            {
                Delete(batch, item);
            }
        }

        NetlinkBatchResult result = batch.Execute();
        foreach (NetlinkBatchFailure failure in result.Failures)
        {
            // Meanwhile gone is as good as deleted.
            if (!failure.Exception.Details.IsNotFound)
            {
                throw failure.Exception;
            }
        }

        return result.Count - result.Failures.Count;
    }

    /// <inheritdoc cref="Flush"/>
    public ValueTask<int> FlushAsync(NeighborFilter? filter = null, CancellationToken cancellationToken = default) =>
        Completed.Run((this, filter), static x => x.Item1.Flush(x.filter), cancellationToken);

    internal override bool Satisfies(Neighbor actual, Neighbor wanted) =>
        (actual.Flags & Compared) == (wanted.Flags & Compared)
        && (wanted.Protocol is null || actual.Protocol.GetValueOrDefault() == wanted.Protocol)
        && (wanted.IsProxy
            || ((wanted.LinkLayerAddress is null || actual.LinkLayerAddress == wanted.LinkLayerAddress)
                && (wanted.ExtendedFlags is null || actual.ExtendedFlags.GetValueOrDefault() == wanted.ExtendedFlags)
                && IsStateAsWanted(actual.State, wanted.State)));

    /// <summary>Entries of forwarding databases are told of in the same group.</summary>
    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload is [Neighbor.IPv4 or Neighbor.IPv6, ..];

    internal override bool Differs(Neighbor previous, Neighbor current) =>
        !previous.Equals(current with { CacheInfo = previous.CacheInfo, Probes = previous.Probes });

    private protected override void Validate(Neighbor item)
    {
        base.Validate(item);
        if (item.Destination is null)
        {
            throw new ArgumentException("A neighbour needs its address: set Destination.", nameof(item));
        }

        if (item.InterfaceIndex < 0 || (item.InterfaceIndex == 0 && !item.IsProxy))
        {
            throw new ArgumentException("A neighbour needs its device: set InterfaceIndex.", nameof(item));
        }

        if (item.IsManaged && item.State == NeighborState.Permanent)
        {
            throw new ArgumentException("The kernel resolves a managed neighbour itself, so it cannot be permanent: set State to None.", nameof(item));
        }
    }

    private protected override Neighbor DeletionOf(Neighbor item) => new()
    {
        InterfaceIndex = item.InterfaceIndex,
        Destination = item.Destination,
        Flags = item.Flags & NeighborFlags.Proxy,
        State = NeighborState.None,
    };

    // A neighbour that was stated as reachable grows stale and is probed again: that is its life, not a change.
    private static bool IsStateAsWanted(NeighborState actual, NeighborState wanted) =>
        actual == wanted || wanted == NeighborState.None || ((wanted & Resolving) != 0 && (actual & Resolving) != 0);
}
