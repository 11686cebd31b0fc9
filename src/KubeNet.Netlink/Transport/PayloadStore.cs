using System.Numerics;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// The objects of a table by their identity, kept as the bytes that the kernel sent. A key is not kept: where its hash is found,
/// the object is read again to compare, which a change needs anyway to tell what was before.
/// </summary>
internal sealed class PayloadStore<T, TKey>
    where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private const int LeastCapacity = 64;

    private readonly PayloadArena _arena = new();
    private Entry[] _entries = new Entry[LeastCapacity];

    /// <summary>How many objects there are.</summary>
    public int Count { get; private set; }

    /// <summary>Keeps an object, in the place of the one that has its identity.</summary>
    public void Set(TKey key, ReadOnlySpan<byte> payload)
    {
        if (TryFind(key, payload, out int index, out T? stored))
        {
            if (stored is not null)
            {
                Replace(index, payload);
            }
        }
        else
        {
            Add(key, payload);
        }
    }

    /// <summary>Finds the object of an identity.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="payload">What is known of the object now.</param>
    /// <param name="index">Where it is, until the next addition or removal.</param>
    /// <param name="stored">The object as it was kept; null if it was kept with the very bytes that are known now.</param>
    public bool TryFind(TKey key, ReadOnlySpan<byte> payload, out int index, out T? stored)
    {
        int hash = key.GetHashCode();
        Entry[] entries = _entries;
        stored = null;
        for (index = HomeOf(hash, entries.Length); entries[index].Slot != 0; index = (index + 1) & (entries.Length - 1))
        {
            if (entries[index].Hash != hash)
            {
                continue;
            }

            ReadOnlySpan<byte> bytes = _arena.Read(entries[index].Slot);
            if (bytes.SequenceEqual(payload))
            {
                return true;
            }

            stored = T.Read(bytes);
            if (stored.WatchKey.Equals(key))
            {
                return true;
            }

            stored = null;
        }

        return false;
    }

    /// <summary>Keeps an object that is not there.</summary>
    public void Add(TKey key, ReadOnlySpan<byte> payload)
    {
        if (Count >= _entries.Length / 4 * 3)
        {
            Grow();
        }

        Insert(_entries, new Entry(key.GetHashCode(), _arena.Add(payload)));
        Count++;
    }

    /// <summary>Keeps other bytes of an object that was found.</summary>
    public void Replace(int index, ReadOnlySpan<byte> payload)
    {
        ref Entry entry = ref _entries[index];
        _arena.Free(entry.Slot);
        entry = entry with { Slot = _arena.Add(payload) };
    }

    /// <summary>Forgets an object that was found.</summary>
    public void RemoveAt(int index)
    {
        Entry[] entries = _entries;
        int mask = entries.Length - 1;
        _arena.Free(entries[index].Slot);
        Count--;

        // Those that were pushed beyond the gap move into it, so that no search ends too early.
        int gap = index;
        for (int at = (index + 1) & mask; entries[at].Slot != 0; at = (at + 1) & mask)
        {
            int home = HomeOf(entries[at].Hash, entries.Length);
            if (((at - home) & mask) >= ((at - gap) & mask))
            {
                entries[gap] = entries[at];
                gap = at;
            }
        }

        entries[gap] = default;
    }

    /// <summary>Goes through the objects. Nothing may be added or removed meanwhile.</summary>
    /// <param name="cursor">Zero to begin with.</param>
    /// <param name="payload">The bytes of the next object.</param>
    public bool TryNext(ref int cursor, out ReadOnlySpan<byte> payload)
    {
        Entry[] entries = _entries;
        while (cursor < entries.Length)
        {
            int slot = entries[cursor++].Slot;
            if (slot != 0)
            {
                payload = _arena.Read(slot);
                return true;
            }
        }

        payload = default;
        return false;
    }

    /// <summary>Spreads hashes, whose low bits may be alike (Fibonacci hashing), over a table whose length is a power of two.</summary>
    private static int HomeOf(int hash, int length) =>
        (int)(((uint)hash * 2654435769u) >> (32 - BitOperations.Log2((uint)length)));

    private static void Insert(Entry[] entries, Entry entry)
    {
        int index = HomeOf(entry.Hash, entries.Length);
        while (entries[index].Slot != 0)
        {
            index = (index + 1) & (entries.Length - 1);
        }

        entries[index] = entry;
    }

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 2];
        foreach (Entry entry in _entries)
        {
            if (entry.Slot != 0)
            {
                Insert(larger, entry);
            }
        }

        _entries = larger;
    }

    private readonly record struct Entry(int Hash, int Slot);
}
