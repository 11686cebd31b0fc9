using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

/// <summary>What follows the header of an <c>NLMSG_ERROR</c> (<c>struct nlmsgerr</c>) or an <c>NLMSG_DONE</c>.</summary>
/// <param name="error">The error number.</param>
/// <param name="request">The header of the request, which an error repeats and the end of a dump does not.</param>
internal sealed class InMemoryAcknowledgement(LinuxError error, NetlinkMessageHeader? request) : INetlinkBody
{
    public string? Message { get; init; }

    public int? Offset { get; init; }

    public int? Missing { get; init; }

    public NetlinkMessageFlags Flags =>
        Message is null && Offset is null && Missing is null ? NetlinkMessageFlags.None : NetlinkMessageFlags.AckAttributes;

    public int HeaderLength => request is null ? sizeof(int) : sizeof(int) + NetlinkMessageHeader.Size;

    public NetlinkAttributeTable? Attributes => null;

    public void Write(ref NetlinkWriter writer)
    {
        writer.WriteRaw(BitConverter.GetBytes(-(int)error));
        if (request is { } header)
        {
            writer.WriteRaw(BitConverter.GetBytes(header.Length));
            writer.WriteRaw(BitConverter.GetBytes(header.Type));
            writer.WriteRaw(BitConverter.GetBytes((ushort)header.Flags));
            writer.WriteRaw(BitConverter.GetBytes(header.Sequence));
            writer.WriteRaw(BitConverter.GetBytes(header.PortId));
        }

        if (Message is not null)
        {
            writer.WriteString(NLMSGERR_ATTR_MSG, Message);
        }

        if (Offset is { } offset)
        {
            writer.WriteUInt32(NLMSGERR_ATTR_OFFS, (uint)offset);
        }

        if (Missing is { } missing)
        {
            writer.WriteUInt32(NLMSGERR_ATTR_MISS_TYPE, (uint)missing);
        }
    }
}
