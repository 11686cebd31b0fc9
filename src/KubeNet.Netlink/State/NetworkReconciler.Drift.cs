using System.Runtime.CompilerServices;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.State;

/// <content>Watching for what others change.</content>
public sealed partial class NetworkReconciler
{
    private const int DriftBuffer = 1024 * 1024;

    private static readonly uint[] s_groups =
        [RTNLGRP_LINK, RTNLGRP_NEIGH, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR, RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE];

    /// <summary>
    /// Has the kernel follow a state and keep to it: whatever someone else removes or changes of it is repaired. Notifications that
    /// do not concern the state cost a glance; after one that does, the owner's objects are read and compared. A notification
    /// that was lost counts as one that does.
    /// </summary>
    /// <param name="desired">The state. For another one, end this and begin anew: only what differs is done.</param>
    /// <param name="cancellationToken">Ends the watch with an <see cref="OperationCanceledException"/>; the state stays as it is.</param>
    /// <returns>What was done: first for the state itself, perhaps nothing, and then each repair. It goes on when the next is asked for.</returns>
    /// <exception cref="StateConflictException">Someone else's object is in the place of a wanted one.</exception>
    /// <exception cref="NetworkStateException">A step failed. What had been done for it was taken back.</exception>
    public async IAsyncEnumerable<NetworkPlan> KeepAsync(NetworkState desired, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using NetlinkMonitor monitor = netlink.Connection.OpenMonitor(DriftBuffer);
        foreach (uint group in s_groups)
        {
            monitor.Join(group);
        }

        yield return Apply(desired);
        var visitor = new DriftVisitor(desired.Owner);
        while (true)
        {
            // Read anew, since a link that was made meanwhile has another index. Then what came before is known.
            NetworkSnapshot snapshot = NetworkSnapshot.Read(netlink, desired);
            visitor.Begin(snapshot);
            NetworkPlan plan = NetworkPlanner.Plan(desired, snapshot);
            if (!plan.IsEmpty)
            {
                yield return Apply(desired);
                continue;
            }

            while (!visitor.IsConcerned)
            {
                await WaitAsync(monitor, visitor, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask WaitAsync(NetlinkMonitor monitor, DriftVisitor visitor, CancellationToken cancellationToken)
    {
        try
        {
            await monitor.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (monitor.Receive(ref visitor))
            {
                // Everything that waits is looked at before the kernel's tables are read once.
            }
        }
        catch (NetlinkOverflowException)
        {
            monitor.Discard();
            visitor.Concern();
        }
    }
}
