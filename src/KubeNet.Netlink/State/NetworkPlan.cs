namespace KubeNet.Netlink.State;

/// <summary>What has to be done so that the kernel has what is wanted: steps in their order, to be read, and then applied or not.</summary>
public sealed class NetworkPlan
{
    internal NetworkPlan(NetworkState desired, NetworkSnapshot snapshot, NetlinkList<NetworkStep> steps)
    {
        Desired = desired;
        Snapshot = snapshot;
        Steps = steps;
    }

    /// <summary>What is wanted.</summary>
    public NetworkState Desired { get; }

    /// <summary>What is there.</summary>
    public NetworkSnapshot Snapshot { get; }

    /// <summary>
    /// The steps: links first, since other objects hang on them; then what is new or changed; then what is no longer wanted, so
    /// that the new is there before the old goes.
    /// </summary>
    public NetlinkList<NetworkStep> Steps { get; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>The steps, a line each; "(no changes)" if there are none.</summary>
    public override string ToString() => IsEmpty ? "(no changes)" : string.Join('\n', (IEnumerable<NetworkStep>)Steps);
}
