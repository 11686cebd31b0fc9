namespace KubeNet.Netlink.State;

/// <summary>
/// A state could not be applied. What had been done before was taken back; <see cref="IsRolledBack"/> tells whether all of it
/// could be.
/// </summary>
public sealed class NetworkStateException : Exception
{
    internal NetworkStateException(StateOwner owner, NetworkStepFailure? failure, Exception cause, NetlinkList<NetworkStepFailure> rollbackFailures)
        : base(Describe(owner, failure, cause, rollbackFailures), cause)
    {
        Step = failure?.Step;
        RollbackFailures = rollbackFailures;
        IsRolledBack = rollbackFailures.Count == 0;
    }

    /// <summary>Makes the exception with other words.</summary>
    public NetworkStateException(string message, Exception? innerException = null) : base(message, innerException) =>
        RollbackFailures = NetlinkList<NetworkStepFailure>.Empty;

    /// <summary>Makes the exception without words of its own.</summary>
    public NetworkStateException() : this("The state could not be applied.")
    {
    }

    /// <summary>The step that failed, for the reason in <see cref="Exception.InnerException"/>; null if it was between steps.</summary>
    public NetworkStep? Step { get; }

    /// <summary>Whether everything that had been done was taken back.</summary>
    public bool IsRolledBack { get; }

    /// <summary>What could not be taken back.</summary>
    public NetlinkList<NetworkStepFailure> RollbackFailures { get; }

    private static string Describe(StateOwner owner, NetworkStepFailure? failure, Exception cause, NetlinkList<NetworkStepFailure> rollbackFailures)
    {
        string what = failure is null ? string.Empty : $" at \"{failure.Step}\"";
        string rollback = rollbackFailures.Count == 0
            ? "What had been done was taken back."
            : $"Of what had been done, this could not be taken back: {string.Join("; ", (IEnumerable<NetworkStepFailure>)rollbackFailures)}";
        return $"Cannot apply the state of '{owner}'{what}: {cause.Message} {rollback}";
    }
}
