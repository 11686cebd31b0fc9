using System.Diagnostics.CodeAnalysis;

namespace KubeNet.Netlink.Protocol;

/// <summary>A value of one attribute whose codec is written by hand, because the kernel's shape fits no other.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface INetlinkValue<TSelf> where TSelf : INetlinkValue<TSelf>
{
    /// <summary>Reads a payload; false if it is none of these, and then the attribute is kept raw.</summary>
    static abstract bool TryRead(ReadOnlySpan<byte> value, [MaybeNullWhen(false)] out TSelf result);

    /// <summary>The names of the attributes inside the payload, for errors; null if it has none.</summary>
    static virtual NetlinkAttributeTable? TableOf(ReadOnlySpan<byte> value) => null;

    /// <summary>Writes the payload, without the attribute's own header.</summary>
    void Write(ref NetlinkWriter writer);
}
