using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <summary>Which addresses are wanted; null is any. The kernel sorts out itself (since Linux 4.20).</summary>
public sealed record AddressFilter : Transport.INetlinkFilter<Address>
{
    /// <summary>Those of one link: <c>ip address show dev</c>.</summary>
    public int? InterfaceIndex { get; init; }

    /// <summary>IPv4 or IPv6: <c>ip -4</c>, <c>ip -6</c>.</summary>
    public AddressFamily? Family { get; init; }

    /// <summary>Those in another namespace, by the number that this one has for it (<c>IFA_TARGET_NETNSID</c>).</summary>
    public int? TargetNamespaceId { get; init; }

    int INetlinkBody.HeaderLength => Address.HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => Address.AttributeTable;

    /// <inheritdoc/>
    public bool Matches(Address item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.HasLocal
            && (InterfaceIndex is not { } index || item.InterfaceIndex == index)
            && (Family is not { } family || item.Family == family);
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        AddressQuery.WriteHeader(ref writer, Family ?? AddressFamily.Unspecified, InterfaceIndex ?? 0);
        if (TargetNamespaceId is { } id)
        {
            writer.WriteUInt32(IFA_TARGET_NETNSID, (uint)id);
        }
    }
}
