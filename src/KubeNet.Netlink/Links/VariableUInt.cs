using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>A number of 4 bytes, or of 8 where it needs them (<c>NLA_UINT</c>).</summary>
internal readonly record struct VariableUInt(ulong Value) : INetlinkValue<VariableUInt>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out VariableUInt result)
    {
        result = new VariableUInt(value.Length switch
        {
            sizeof(uint) => MemoryMarshal.Read<uint>(value),
            sizeof(ulong) => MemoryMarshal.Read<ulong>(value),
            _ => 0,
        });
        return value.Length is sizeof(uint) or sizeof(ulong);
    }

    public void Write(ref NetlinkWriter writer)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        MemoryMarshal.Write(bytes, Value);
        writer.WriteRaw(Value <= uint.MaxValue ? LowHalf(bytes) : bytes);
    }

    private static ReadOnlySpan<byte> LowHalf(ReadOnlySpan<byte> bytes) => BitConverter.IsLittleEndian ? bytes[..sizeof(uint)] : bytes[sizeof(uint)..];
}
