using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>A byte of 0 or 1 whose presence alone has an effect, even as 0: no is said by absence.</summary>
internal readonly record struct ByteWrittenWhenSet(bool IsSet) : INetlinkValue<ByteWrittenWhenSet>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out ByteWrittenWhenSet result)
    {
        result = new ByteWrittenWhenSet(value is not [0]);
        return value.Length == 1;
    }

    public void Write(ref NetlinkWriter writer)
    {
        if (IsSet)
        {
            writer.WriteRaw([1]);
        }
        else
        {
            writer.TruncateTo(writer.Length - NetlinkAttributeHeader.Size);
        }
    }
}
