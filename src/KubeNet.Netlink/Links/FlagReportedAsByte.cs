using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>An attribute that means yes by being there when it is written, and that the kernel reports as a byte of 0 or 1.</summary>
internal readonly record struct FlagReportedAsByte(bool IsSet) : INetlinkValue<FlagReportedAsByte>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out FlagReportedAsByte result)
    {
        result = new FlagReportedAsByte(value.Length == 0 || value[0] != 0);
        return value.Length <= 1;
    }

    public void Write(ref NetlinkWriter writer)
    {
        if (!IsSet)
        {
            // No is said by absence: the attribute's header, which stands before, is taken back.
            writer.TruncateTo(writer.Length - NetlinkAttributeHeader.Size);
        }
    }
}
