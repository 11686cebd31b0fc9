using System.Collections;
using System.Runtime.CompilerServices;

namespace KubeNet.Netlink;

/// <summary>An immutable list that is equal to another when its items are: what a record holds where it holds several of a thing.</summary>
/// <typeparam name="T">The items.</typeparam>
[CollectionBuilder(typeof(NetlinkList), nameof(NetlinkList.Create))]
public sealed class NetlinkList<T> : IReadOnlyList<T>, IEquatable<NetlinkList<T>>
{
    private readonly T[] _items;

    internal NetlinkList(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static NetlinkList<T> Empty { get; } = new([]);

    /// <summary>How many items there are.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place, counted from zero.</summary>
    public T this[int index] => _items[index];

    /// <summary>The items, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Goes through the items without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(NetlinkList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.AsSpan().SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetlinkList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items in brackets; bytes as hexadecimal digits.</summary>
    public override string ToString() =>
        _items is byte[] bytes ? Convert.ToHexStringLower(bytes) : $"[{string.Join(", ", _items)}]";
}
