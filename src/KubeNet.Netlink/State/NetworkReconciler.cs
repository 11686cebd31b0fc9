using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>
/// Keeps the kernel equal to what owners want, without touching what others have. It works out what differs and does only
/// that: links first, then what is new or changed in batches, then removals. If something fails, all that was done is taken back.
/// It may be used from several threads, which then wait for one another.
/// </summary>
/// <param name="netlink">The network namespace, which stays the caller's.</param>
public sealed partial class NetworkReconciler(RouteNetlink netlink)
{
    private readonly Lock _gate = new();

    /// <summary>Tells what would be done, and does nothing.</summary>
    /// <exception cref="ArgumentException">The state contradicts itself.</exception>
    /// <exception cref="StateConflictException">Someone else's object is in the place of a wanted one.</exception>
    /// <exception cref="NetlinkException">The kernel refused to be read.</exception>
    public NetworkPlan Plan(NetworkState desired) => NetworkPlanner.Plan(desired, NetworkSnapshot.Read(netlink, desired));

    /// <summary>Has the kernel follow a state.</summary>
    /// <returns>What was done; empty if all was as wanted.</returns>
    /// <exception cref="ArgumentException">The state contradicts itself.</exception>
    /// <exception cref="StateConflictException">Someone else's object is in the place of a wanted one. Nothing was done.</exception>
    /// <exception cref="NetworkStateException">A step failed. What had been done before was taken back.</exception>
    public NetworkPlan Apply(NetworkState desired)
    {
        lock (_gate)
        {
            return Execute(Plan(desired));
        }
    }

    /// <summary>Does what a plan says. If the kernel has changed since it was made, a step may fail; it is safer to apply the state.</summary>
    /// <returns>What was done: the plan's steps, and those that repair what changes of links flushed.</returns>
    /// <exception cref="NetworkStateException">A step failed. What had been done before was taken back.</exception>
    public NetworkPlan Apply(NetworkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (_gate)
        {
            return Execute(plan);
        }
    }

    /// <inheritdoc cref="Plan(NetworkState)"/>
    public ValueTask<NetworkPlan> PlanAsync(NetworkState desired, CancellationToken cancellationToken = default) =>
        Completed.Run((this, desired), static x => x.Item1.Plan(x.desired), cancellationToken);

    /// <inheritdoc cref="Apply(NetworkState)"/>
    /// <remarks>The work is done when it returns; the token is looked at before it begins, for half of a state is worse than either.</remarks>
    public ValueTask<NetworkPlan> ApplyAsync(NetworkState desired, CancellationToken cancellationToken = default) =>
        Completed.Run((this, desired), static x => x.Item1.Apply(x.desired), cancellationToken);

    /// <inheritdoc cref="Apply(NetworkPlan)"/>
    /// <remarks>The work is done when it returns; the token is looked at before it begins.</remarks>
    public ValueTask<NetworkPlan> ApplyAsync(NetworkPlan plan, CancellationToken cancellationToken = default) =>
        Completed.Run((this, plan), static x => x.Item1.Apply(x.plan), cancellationToken);

    private NetworkPlan Execute(NetworkPlan plan) => plan.IsEmpty ? plan : new PlanExecution(netlink, plan).Run();
}
