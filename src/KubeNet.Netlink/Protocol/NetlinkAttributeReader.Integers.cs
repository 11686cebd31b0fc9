using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Protocol;

public ref partial struct NetlinkAttributeReader
{
    /// <summary>A value of 8 bits.</summary>
    public readonly bool TryGetUInt8(out byte value) => TryGetExact(out value);

    /// <summary>A value of 16 bits in the byte order of the machine.</summary>
    public readonly bool TryGetUInt16(out ushort value) => TryGetExact(out value);

    /// <summary>A value of 32 bits in the byte order of the machine.</summary>
    public readonly bool TryGetUInt32(out uint value) => TryGetExact(out value);

    /// <summary>A value of 64 bits in the byte order of the machine.</summary>
    public readonly bool TryGetUInt64(out ulong value) => TryGetExact(out value);

    /// <summary>A value of 16 bits in network byte order.</summary>
    public readonly bool TryGetUInt16BigEndian(out ushort value)
    {
        bool fits = TryGetExact(out ushort raw);
        value = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
        return fits;
    }

    /// <summary>A value of 32 bits in network byte order.</summary>
    public readonly bool TryGetUInt32BigEndian(out uint value)
    {
        bool fits = TryGetExact(out uint raw);
        value = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
        return fits;
    }

    /// <summary>A value of 64 bits in network byte order.</summary>
    public readonly bool TryGetUInt64BigEndian(out ulong value)
    {
        bool fits = TryGetExact(out ulong raw);
        value = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryGetExact<T>(out T value) where T : unmanaged
    {
        if (Value.Length != Unsafe.SizeOf<T>())
        {
            value = default;
            return false;
        }

        value = MemoryMarshal.Read<T>(Value);
        return true;
    }
}
