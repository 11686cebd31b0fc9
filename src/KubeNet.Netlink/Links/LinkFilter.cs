using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>Which links are wanted: all that agree with each property that is not null. The kernel sorts by kind and master.</summary>
public sealed record LinkFilter : INetlinkFilter<Link>
{
    private const int IfInfoMessageSize = 16;

    /// <summary>The kernel's name of the kind: <c>ip link show type vxlan</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The bridge, bond or VRF to which they belong: <c>ip link show master</c>.</summary>
    public int? MasterIndex { get; init; }

    /// <summary>The group: <c>ip link show group</c>.</summary>
    public uint? Group { get; init; }

    /// <summary>Another namespace, by the number that this one has for it (<c>ip netns list-id</c>).</summary>
    public int? NamespaceId { get; init; }

    /// <summary>What is reported of each beyond the cheap things.</summary>
    public LinkFields Fields { get; init; }

    int INetlinkBody.HeaderLength => IfInfoMessageSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => Link.AttributeTable;

    /// <summary>Writes what the kernel sorts by.</summary>
    public void Write(ref NetlinkWriter writer)
    {
        writer.WriteHeader(IfInfoMessageSize);
        writer.WriteUInt32(IFLA_EXT_MASK, Fields.ToMask());
        if (MasterIndex is { } master)
        {
            writer.WriteUInt32(IFLA_MASTER, (uint)master);
        }

        if (NamespaceId is { } id)
        {
            writer.WriteUInt32(IFLA_TARGET_NETNSID, (uint)id);
        }

        if (Kind is not null)
        {
            int info = writer.BeginNested(IFLA_LINKINFO);
            writer.WriteString(IFLA_INFO_KIND, Kind);
            writer.EndNested(info);
        }
    }

    /// <inheritdoc/>
    public bool Matches(Link item) =>
        (Kind is null || item.Kind?.Name == Kind)
        && (MasterIndex is null || (item.MasterIndex ?? 0) == MasterIndex)
        && (Group is null || (item.Group ?? 0) == Group);

    string? INetlinkBody.Describe() => null;
}
