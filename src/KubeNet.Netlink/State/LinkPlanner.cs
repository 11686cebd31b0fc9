using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.State;

/// <summary>Works out what is to be done with links, and which of them take with them what hangs on them.</summary>
internal sealed class LinkPlanner(WantedState wanted, NetworkSnapshot snapshot)
{
    private readonly HashSet<string> _vanishing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaving = new(StringComparer.Ordinal);

    /// <summary>What is done before anything else: links that are made, changed, made anew, or in the way.</summary>
    public List<NetworkStep> First { get; } = [];

    /// <summary>What is done last: links that are no longer wanted.</summary>
    public List<NetworkStep> Last { get; } = [];

    /// <summary>Whether a link goes before anything else is done, and everything on it.</summary>
    public bool IsVanishing(string name) => _vanishing.Contains(name);

    /// <summary>Whether a link goes after everything else, and everything on it.</summary>
    public bool IsLeaving(string name) => _leaving.Contains(name);

    public void Plan()
    {
        var actual = new Dictionary<string, StateLink>(StringComparer.Ordinal);
        foreach (StateLink link in snapshot.Links.AsSpan())
        {
            actual.Add(link.Name, link);
        }

        var changes = new List<NetworkStep>();
        foreach (StateLink link in wanted.Links)
        {
            if (!actual.Remove(link.Name, out StateLink? before))
            {
                changes.Add(new NetworkStep(null, link));
            }
            else if (!before.IsMarkedBy(wanted.State.Owner) && !wanted.State.AdoptsExisting)
            {
                throw new StateConflictException(
                    link, before, wanted.State.Owner, string.IsNullOrEmpty(before.Link.Alias) ? "it has no alias" : $"its alias is '{before.Link.Alias}'");
            }
            else if (link.NeedsRemaking(before))
            {
                First.Add(new NetworkStep(before, null));
                changes.Add(new NetworkStep(null, link));
                _vanishing.Add(link.Name);
            }
            else if (LinkChange.Between(before, link) is not null)
            {
                changes.Add(new NetworkStep(before, link));
            }
        }

        foreach (StateLink link in actual.Values.Where(link => link.IsMarkedBy(wanted.State.Owner)).OrderByDescending(DepthOf).ThenBy(link => link.Name, StringComparer.Ordinal))
        {
            bool isInTheWay = changes.Exists(step => step.Before is null && Excludes((StateLink)step.After!, link));
            (isInTheWay ? First : Last).Add(new NetworkStep(link, null));
            (isInTheWay ? _vanishing : _leaving).Add(link.Name);
        }

        First.AddRange(changes);
    }

    /// <summary>Whether the kernel does not let the two be at once: it has one VXLAN device for an identifier and port.</summary>
    private static bool Excludes(StateLink wanted, StateLink actual) =>
        wanted.Link.Kind is VxlanLink x && actual.Link.Kind is VxlanLink y && x.Vni == y.Vni && (x.Port is null || x.Port == y.Port);

    /// <summary>How many of the owner's links are below one that is to go: those above go first.</summary>
    private int DepthOf(StateLink link)
    {
        int depth = 0;
        for (StateLink? next = link; next is not null && depth <= snapshot.Links.Count; depth++)
        {
            string? below = next.Parent;
            next = string.IsNullOrEmpty(below) ? null : snapshot.Links.FirstOrDefault(x => x.Name == below);
        }

        return depth;
    }
}
