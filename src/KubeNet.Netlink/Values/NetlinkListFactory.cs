namespace KubeNet.Netlink;

/// <summary>Makes a <see cref="NetlinkList{T}"/>.</summary>
public static class NetlinkList
{
    /// <summary>A list of a copy of the items. Collection expressions come here.</summary>
    public static NetlinkList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? NetlinkList<T>.Empty : new NetlinkList<T>(items.ToArray());

    /// <summary>A list of the items of a sequence.</summary>
    public static NetlinkList<T> From<T>(IEnumerable<T> items)
    {
        T[] copy = [.. items];
        return copy.Length == 0 ? NetlinkList<T>.Empty : new NetlinkList<T>(copy);
    }
}
