namespace KubeNet.Netlink.State;

/// <summary>
/// Someone else's object is in the place of a wanted one. Nothing was changed. Remove it, want something else, or let the
/// state take such objects over (<see cref="NetworkState.AdoptsExisting"/>).
/// </summary>
public sealed class StateConflictException : InvalidOperationException
{
    internal StateConflictException(StateObject wanted, StateObject existing, StateOwner owner, string mark)
        : base($"'{owner}' wants {wanted}, and {existing} is there, which is someone else's ({mark}). "
            + "Remove it, want something else, or set AdoptsExisting to take it over.")
    {
        Wanted = wanted;
        Existing = existing;
    }

    /// <summary>Makes the exception with other words.</summary>
    public StateConflictException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>Makes the exception without words of its own.</summary>
    public StateConflictException() : this("Someone else's object is in the place of a wanted one.")
    {
    }

    /// <summary>What is wanted.</summary>
    public StateObject? Wanted { get; }

    /// <summary>What is there.</summary>
    public StateObject? Existing { get; }
}
