using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.State;

/// <summary>The namespace to which a plan is applied: the connection, and which index an interface's name stands for now.</summary>
internal sealed class StateTarget(RouteNetlink netlink)
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public RouteNetlink Netlink { get; } = netlink;

    /// <summary>The index of an interface.</summary>
    /// <exception cref="StateInterfaceException">There is no interface of that name.</exception>
    public int IndexOf(string name)
    {
        if (!_indexes.TryGetValue(name, out int index))
        {
            Link link = Netlink.Links.TryGet(name)
                ?? throw new StateInterfaceException($"There is no interface '{name}', and what is wanted names it.");
            _indexes.Add(name, index = link.Index);
        }

        return index;
    }

    /// <summary>The index of a master or a link below: 0 where the name is empty, null where there is none.</summary>
    public int? IndexOfOptional(string? name) => name is null ? null : name.Length == 0 ? 0 : IndexOf(name);

    /// <summary>An interface was made, removed or renamed.</summary>
    public void Forget(string name) => _indexes.Remove(name);
}
