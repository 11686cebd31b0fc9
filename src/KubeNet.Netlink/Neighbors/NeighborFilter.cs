using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Neighbors;

/// <summary>
/// Which neighbours are wanted: <c>ip neigh show</c>. Device, master, family and proxy entries are filtered by the kernel,
/// the rest here.
/// </summary>
public sealed record NeighborFilter : INetlinkFilter<Neighbor>
{
    private const int HeaderSize = 12;

    /// <summary>Those of one device (<c>NDA_IFINDEX</c>): <c>dev DEV</c>.</summary>
    public int? InterfaceIndex { get; init; }

    /// <summary>Those of the devices below a bridge, bond or VRF (<c>NDA_MASTER</c>): <c>master DEV</c>, <c>vrf NAME</c>.</summary>
    public int? MasterIndex { get; init; }

    /// <summary>Those of IPv4 or those of IPv6.</summary>
    public AddressFamily? Family { get; init; }

    /// <summary>The proxy entries rather than the neighbours: <c>proxy</c>. The kernel lists either these or those.</summary>
    public bool IsProxy { get; init; }

    /// <summary>Those in one of these states: <c>nud STATE</c>. It does not concern proxy entries.</summary>
    public NeighborState? State { get; init; }

    /// <summary>Those with an address in the network: <c>to PREFIX</c>.</summary>
    public IPNetwork? Destination { get; init; }

    /// <summary>Those of one maker, by route protocol number: <c>protocol PROTO</c>.</summary>
    public byte? Protocol { get; init; }

    int INetlinkBody.HeaderLength => HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => Neighbor.AttributeTable;

    /// <inheritdoc/>
    public bool Matches(Neighbor item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsOfInternet
            && item.IsProxy == IsProxy
            && (InterfaceIndex is null || item.InterfaceIndex == InterfaceIndex)
            && (Family is null || item.Destination?.AddressFamily == Family)
            && (State is not { } states || IsProxy || (item.State & states) != 0 || (item.State == NeighborState.None && states == NeighborState.None))
            && (Destination is not { } network || (item.Destination is { } address && network.Contains(address)))
            && (Protocol is null || item.Protocol.GetValueOrDefault() == Protocol);
    }

    void INetlinkBody.Write(ref NetlinkWriter writer)
    {
        // The device goes into an attribute: strict kernels refuse it in the header.
        var header = new ndmsg { ndm_family = Neighbor.FamilyOf(Family), ndm_flags = IsProxy ? NTF_PROXY : (byte)0 };
        MemoryMarshal.Write(writer.WriteHeader(HeaderSize), in header);
        if (InterfaceIndex is { } index)
        {
            writer.WriteUInt32(NDA_IFINDEX, (uint)index);
        }

        if (MasterIndex is { } master)
        {
            writer.WriteUInt32(NDA_MASTER, (uint)master);
        }
    }
}
