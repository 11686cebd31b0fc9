using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests.Records;

/// <summary>A value with a codec by hand, and with names for what is inside.</summary>
public sealed record Pair(uint First, uint Second) : INetlinkValue<Pair>
{
    public static NetlinkAttributeTable Table { get; } = new("Pair", new NetlinkAttributeEntry(1, "First", "PAIR_FIRST"));

    public static bool TryRead(ReadOnlySpan<byte> value, [MaybeNullWhen(false)] out Pair result)
    {
        result = value.Length == 8 ? new Pair(MemoryMarshal.Read<uint>(value), MemoryMarshal.Read<uint>(value[4..])) : null;
        return result is not null;
    }

    public static NetlinkAttributeTable? TableOf(ReadOnlySpan<byte> value) => Table;

    public void Write(ref NetlinkWriter writer)
    {
        writer.WriteRaw(BitConverter.GetBytes(First));
        writer.WriteRaw(BitConverter.GetBytes(Second));
    }
}
