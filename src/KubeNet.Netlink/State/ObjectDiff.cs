namespace KubeNet.Netlink.State;

/// <summary>Compares what is wanted of one kind of object with what is there, by identity; the cost is that of the two lists.</summary>
internal sealed class ObjectDiff<TKey, T>(
    IReadOnlyList<T> wanted,
    Func<T, TKey> keyOf,
    Func<T, T, bool> isSatisfiedBy,
    Func<T, T, bool>? canBecome = null)
    where TKey : struct, IEquatable<TKey>
    where T : StateObject
{
    /// <summary>What is made or changed, in the order in which it is wanted.</summary>
    public List<NetworkStep> Changes { get; } = [];

    /// <summary>What is there and not wanted, in the order of its text.</summary>
    public List<NetworkStep> Removals { get; } = [];

    /// <param name="actual">What is there.</param>
    /// <param name="isVanishing">Whether an object goes by itself before the changes are made.</param>
    /// <param name="isOurs">Whether an object that is not wanted may be removed.</param>
    public void Compare(NetlinkList<T> actual, Func<T, bool> isVanishing, Func<T, bool> isOurs)
    {
        var there = new Dictionary<TKey, T>(actual.Count);
        foreach (T item in actual.AsSpan())
        {
            if (!isVanishing(item))
            {
                there[keyOf(item)] = item;
            }
        }

        foreach (T item in wanted)
        {
            if (!there.Remove(keyOf(item), out T? before))
            {
                Changes.Add(new NetworkStep(null, item));
            }
            else if (!isSatisfiedBy(item, before))
            {
                if (canBecome is null || canBecome(item, before))
                {
                    Changes.Add(new NetworkStep(before, item));
                }
                else
                {
                    Changes.Add(new NetworkStep(before, null));
                    Changes.Add(new NetworkStep(null, item));
                }
            }
        }

        foreach (T item in there.Values)
        {
            if (isOurs(item))
            {
                Removals.Add(new NetworkStep(item, null));
            }
        }

        Removals.Sort(static (x, y) => string.CompareOrdinal(x.Object.ToString(), y.Object.ToString()));
    }
}
