namespace KubeNet.Testing.Leftovers;

/// <summary>A virtual network that nobody looks after any more.</summary>
public sealed record NetworkLeftover
{
    /// <summary>The network's id, as in the names of its namespaces: <c>kn-ID-…</c>.</summary>
    public required string Network { get; init; }

    /// <summary>The process that made it; <see langword="null"/> if the journal does not tell.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Whether it was meant to stay.</summary>
    public bool IsKept { get; init; }

    /// <summary>The names of its namespaces that are still there.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>
    /// Why its journal is not believed, in words that follow "because"; then nothing that it names was or will be touched.
    /// <see langword="null"/> if it is.
    /// </summary>
    public string? Distrust { get; init; }

    /// <summary>The journal's path.</summary>
    public required string Journal { get; init; }
}
