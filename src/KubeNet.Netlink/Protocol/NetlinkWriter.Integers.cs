using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Protocol;

public ref partial struct NetlinkWriter
{
    /// <summary>Writes an attribute of 8 bits.</summary>
    public void WriteUInt8(ushort type, byte value) => TakeAttribute(type, sizeof(byte))[0] = value;

    /// <summary>Writes an attribute of 16 bits in the byte order of the machine.</summary>
    public void WriteUInt16(ushort type, ushort value) => MemoryMarshal.Write(TakeAttribute(type, sizeof(ushort)), value);

    /// <summary>Writes an attribute of 32 bits in the byte order of the machine.</summary>
    public void WriteUInt32(ushort type, uint value) => MemoryMarshal.Write(TakeAttribute(type, sizeof(uint)), value);

    /// <summary>Writes an attribute of 64 bits in the byte order of the machine.</summary>
    public void WriteUInt64(ushort type, ulong value) => MemoryMarshal.Write(TakeAttribute(type, sizeof(ulong)), value);

    /// <summary>Writes an attribute of 16 bits in network byte order.</summary>
    public void WriteUInt16BigEndian(ushort type, ushort value) =>
        BinaryPrimitives.WriteUInt16BigEndian(TakeAttribute(type, sizeof(ushort)), value);

    /// <summary>Writes an attribute of 32 bits in network byte order.</summary>
    public void WriteUInt32BigEndian(ushort type, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(TakeAttribute(type, sizeof(uint)), value);

    /// <summary>Writes an attribute of 64 bits in network byte order.</summary>
    public void WriteUInt64BigEndian(ushort type, ulong value) =>
        BinaryPrimitives.WriteUInt64BigEndian(TakeAttribute(type, sizeof(ulong)), value);
}
