using Microsoft.Win32.SafeHandles;

namespace KubeNet.Testing.Leftovers;

/// <summary>
/// Virtual networks whose process ended without disposing them, as after <c>kill -9</c>, and those that were meant to stay.
/// </summary>
/// <remarks>
/// Each network is recorded in <c>/run/kubenet/testing</c> before it is made. A namespace is removed only if a journal there
/// names it, the name is one that this library gives, and it still stands for the very namespace that was made. Its name is
/// taken away; the namespace itself ends with the last process inside, none of which is killed. A new
/// <see cref="Hosts.VirtualNetwork"/> removes what dead processes left.
/// </remarks>
public static class NetworkLeftovers
{
    /// <summary>Looks for leftovers, and changes nothing.</summary>
    /// <param name="includeKept">Also those that were meant to stay.</param>
    /// <returns>The networks; also, with <see cref="NetworkLeftover.Distrust"/>, files that are no journals of ours.</returns>
    public static IReadOnlyList<NetworkLeftover> Find(bool includeKept = false) => Find(JournalDirectory.Default, includeKept);

    /// <summary>Removes leftovers. Needs CAP_SYS_ADMIN. It may be called at any time, by many at once.</summary>
    /// <param name="includeKept">Also those that were meant to stay.</param>
    /// <returns>What was removed, with the namespaces that were there until then.</returns>
    /// <exception cref="Netlink.Namespaces.NetworkNamespaceException">A namespace could not be removed.</exception>
    public static IReadOnlyList<NetworkLeftover> Remove(bool includeKept = false)
    {
        JournalDirectory directory = JournalDirectory.Default;
        if (!Directory.Exists(directory.Location))
            return [];
        using SafeFileHandle exclusive = directory.Lock();
        return Remove(directory, includeKept);
    }

    internal static IReadOnlyList<NetworkLeftover> Find(JournalDirectory directory, bool includeKept)
    {
        var found = new List<NetworkLeftover>();
        foreach (string network in directory.List())
        {
            if (TryReadLeftover(directory, network, includeKept, out string? fault) is { } content)
            {
                found.Add(Describe(directory, content));
            }
            else if (fault is not null and not JournalContent.NotBegun)
            {
                found.Add(new NetworkLeftover { Network = network, Journal = directory.PathOf(network), Distrust = fault });
            }
        }
        return found;
    }

    /// <summary>The directory must be locked.</summary>
    internal static IReadOnlyList<NetworkLeftover> Remove(JournalDirectory directory, bool includeKept)
    {
        var removed = new List<NetworkLeftover>();
        foreach (string network in directory.List())
        {
            if (TryReadLeftover(directory, network, includeKept, out string? fault) is not { } content)
            {
                // Whoever writes a first line holds the lock: this one was killed.
                if (fault is JournalContent.NotBegun)
                    directory.Delete(network);
                continue;
            }
            NetworkLeftover leftover = Describe(directory, content);
            if (!content.Owner.IsOfEarlierBoot)
            {
                foreach ((string name, var identity) in content.Namespaces)
                    NamespaceRemoval.Remove(name, identity);
            }
            directory.Delete(network);
            removed.Add(leftover);
        }
        return removed;
    }

    // A process may write on between the reading of its journal and its end. So the end is judged once, and what counts is read
    // after it. Whatever else a network did before it was released stands before the line that says so.
    private static JournalContent? TryReadLeftover(JournalDirectory directory, string network, bool includeKept, out string? fault)
    {
        if (directory.TryRead(network, out fault) is not { } content)
            return null;
        bool isGone = content.Owner.IsGone;
        if (isGone)
            content = directory.TryRead(network, out fault);
        return content is not null && (isGone || content.Released) && (includeKept || !content.Keep) ? content : null;
    }

    // Numbers of an earlier start of the machine say nothing about the namespaces of this one.
    private static NetworkLeftover Describe(JournalDirectory directory, JournalContent content) => new()
    {
        Network = content.Network,
        ProcessId = content.Owner.ProcessId,
        IsKept = content.Keep,
        Journal = directory.PathOf(content.Network),
        Namespaces = content.Owner.IsOfEarlierBoot
            ? []
            : [.. content.Namespaces.Where(entry => NamespaceRemoval.Stands(entry.Name, entry.Identity)).Select(entry => entry.Name)],
    };
}
