namespace KubeNet.Netlink.Protocol;

/// <summary>An attribute that no property stands for, kept as it came so that it goes back the same.</summary>
/// <param name="Type">Its number.</param>
/// <param name="IsNested">Whether it came with <c>NLA_F_NESTED</c>.</param>
/// <param name="Value">Its payload.</param>
public readonly record struct RawAttribute(ushort Type, bool IsNested, NetlinkList<byte> Value)
{
    /// <summary>Writes the attribute.</summary>
    public void Write(ref NetlinkWriter writer) =>
        writer.WriteBytes(IsNested ? (ushort)(Type | NetlinkAttributeHeader.NestedFlag) : Type, Value.AsSpan());
}
