using KubeNet.Testing.Leftovers;

namespace KubeNet.Testing.Hosts;

/// <summary>How a <see cref="VirtualNetwork"/> is made.</summary>
public sealed record VirtualNetworkOptions
{
    /// <summary>The options used where none are given.</summary>
    public static VirtualNetworkOptions Default { get; } = new();

    /// <summary>
    /// What the names of its namespaces have in front of the characters drawn by lot: <c>kn-NAME-k3v9…-HOST</c>. 1 to 32 of a–z,
    /// 0–9 and '-'; nothing if <see langword="null"/>.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether it stays when it is disposed, or its process is killed, to look around in with <c>ip netns exec</c>.
    /// <see cref="NetworkLeftovers.Remove(bool)"/> removes it later. <see cref="VirtualNetwork.Keep"/> changes it until then.
    /// </summary>
    public bool Keep { get; init; }
}
