using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// Keeps many small byte strings in few arrays, so that a table of 100,000 objects costs what its bytes cost. A place that is
/// freed is used again for a string that takes as many units.
/// </summary>
internal sealed class PayloadArena
{
    private const int UnitSize = 8;
    private const int UnitBits = 14;
    private const int UnitMask = (1 << UnitBits) - 1;

    /// <summary>Large enough for the heap of large objects, which does not move them.</summary>
    private const int ChunkSize = UnitSize << UnitBits;

    private readonly List<byte[]> _chunks = [];
    private readonly Dictionary<int, int> _free = [];
    private byte[] _current = [];
    private int _used;

    /// <summary>Keeps a string. The result names it and is never 0.</summary>
    public int Add(ReadOnlySpan<byte> payload)
    {
        int units = UnitsOf(payload.Length);
        int slot = Take(units);
        Span<byte> place = At(slot);
        MemoryMarshal.Write(place, payload.Length);
        payload.CopyTo(place[sizeof(int)..]);
        return slot;
    }

    /// <summary>The string, which lasts until its slot is freed.</summary>
    public ReadOnlySpan<byte> Read(int slot)
    {
        ReadOnlySpan<byte> place = At(slot);
        return place.Slice(sizeof(int), MemoryMarshal.Read<int>(place));
    }

    /// <summary>Forgets a string.</summary>
    public void Free(int slot)
    {
        Span<byte> place = At(slot);
        ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_free, UnitsOf(MemoryMarshal.Read<int>(place)), out _);
        MemoryMarshal.Write(place, head);
        head = slot;
    }

    private static int UnitsOf(int length) => (length + sizeof(int) + UnitSize - 1) / UnitSize;

    private Span<byte> At(int slot) => _chunks[(slot >> UnitBits) - 1].AsSpan((slot & UnitMask) * UnitSize);

    private int Take(int units)
    {
        ref int head = ref CollectionsMarshal.GetValueRefOrNullRef(_free, units);
        if (!Unsafe.IsNullRef(ref head) && head != 0)
        {
            int reused = head;
            head = MemoryMarshal.Read<int>(At(reused));
            return reused;
        }

        int size = units * UnitSize;
        if (size > ChunkSize)
        {
            // A chunk of its own. What is left of the one in use is given up, which is rare enough.
            _chunks.Add(GC.AllocateUninitializedArray<byte>(size));
            int own = _chunks.Count << UnitBits;
            _current = [];
            _used = 0;
            return own;
        }

        if (size > _current.Length - _used)
        {
            _current = GC.AllocateUninitializedArray<byte>(ChunkSize);
            _chunks.Add(_current);
            _used = 0;
        }

        int slot = (_chunks.Count << UnitBits) | (_used / UnitSize);
        _used += size;
        return slot;
    }
}
