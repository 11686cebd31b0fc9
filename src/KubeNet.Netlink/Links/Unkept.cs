using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>An attribute that says nothing which another does not say better: it is passed over, and never written.</summary>
internal readonly record struct Unkept : INetlinkValue<Unkept>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out Unkept result)
    {
        result = default;
        return true;
    }

    public void Write(ref NetlinkWriter writer) => writer.TruncateTo(writer.Length - NetlinkAttributeHeader.Size);
}
