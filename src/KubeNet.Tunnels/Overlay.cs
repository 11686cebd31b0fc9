using KubeNet.Netlink;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels;

/// <summary>
/// What one node needs so that its pods reach those of its peers. A value without a memory of its own: applying another set of
/// peers changes what differs, and nothing is left of those that are gone.
/// </summary>
public abstract record Overlay
{
    private protected Overlay()
    {
    }

    /// <summary>By what the overlay's links and routes are known. Two overlays in one network namespace need different owners.</summary>
    public abstract StateOwner Owner { get; init; }

    /// <summary>This node.</summary>
    public required OverlayNode Node { get; init; }

    /// <summary>What is to be in the kernel for a set of peers, in an order that does not depend on theirs.</summary>
    /// <exception cref="ArgumentException">The peers contradict one another or the node, or cannot be reached.</exception>
    public abstract NetworkState ToState(IEnumerable<OverlayNode> peers);

    /// <summary>Has the kernel serve a set of peers, and no others.</summary>
    /// <returns>What was done; empty if all was so.</returns>
    /// <exception cref="ArgumentException">The peers contradict one another or the node, or cannot be reached.</exception>
    /// <exception cref="StateConflictException">Someone else's link or route is in the place of the overlay's. Nothing was done.</exception>
    /// <exception cref="NetworkStateException">The kernel refused something. What had been done was taken back.</exception>
    public NetworkPlan Apply(RouteNetlink netlink, IEnumerable<OverlayNode> peers) => new NetworkReconciler(netlink).Apply(ToState(peers));

    /// <inheritdoc cref="Apply"/>
    public ValueTask<NetworkPlan> ApplyAsync(RouteNetlink netlink, IEnumerable<OverlayNode> peers, CancellationToken cancellationToken = default) =>
        new NetworkReconciler(netlink).ApplyAsync(ToState(peers), cancellationToken);

    /// <summary>As <see cref="Apply"/>, and then repairs whatever someone else changes of it, until the token ends it or a repair fails.</summary>
    /// <returns>What was done: first for the peers, perhaps nothing, and then each repair. It goes on when the next is asked for.</returns>
    public IAsyncEnumerable<NetworkPlan> KeepAsync(RouteNetlink netlink, IEnumerable<OverlayNode> peers, CancellationToken cancellationToken = default) =>
        new NetworkReconciler(netlink).KeepAsync(ToState(peers), cancellationToken);

    /// <summary>Takes everything of the overlay out of the kernel.</summary>
    /// <returns>What was done; empty if there was nothing.</returns>
    /// <exception cref="NetworkStateException">The kernel refused something. What had been done was taken back.</exception>
    public NetworkPlan Remove(RouteNetlink netlink) => new NetworkReconciler(netlink).Apply(new NetworkState(Owner));

    /// <inheritdoc cref="Remove"/>
    public ValueTask<NetworkPlan> RemoveAsync(RouteNetlink netlink, CancellationToken cancellationToken = default) =>
        new NetworkReconciler(netlink).ApplyAsync(new NetworkState(Owner), cancellationToken);
}
