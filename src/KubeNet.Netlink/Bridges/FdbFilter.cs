using System.Net;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>Which FDB entries are wanted: <c>bridge fdb show</c>. Device and bridge are filtered by the kernel, the rest here.</summary>
public sealed record FdbFilter : INetlinkFilter<FdbEntry>
{
    private const int HeaderSize = 12;

    /// <summary>Those of one device, a port or a VXLAN device: <c>brport DEV</c>. Of a port, both its own and those that its bridge has for it.</summary>
    public int? InterfaceIndex { get; init; }

    /// <summary>Those of a bridge and of its ports: <c>br BRDEV</c>.</summary>
    public int? BridgeIndex { get; init; }

    /// <summary>Those of one address; on a VXLAN device there may be several.</summary>
    public MacAddress? MacAddress { get; init; }

    /// <summary>Those of one VLAN: <c>vlan VID</c>.</summary>
    public ushort? Vlan { get; init; }

    /// <summary>Those with one life: <c>state STATE</c>, <c>dynamic</c>.</summary>
    public FdbState? State { get; init; }

    /// <summary>True: those in the device's own table; false: those in the bridge's.</summary>
    public bool? IsSelf { get; init; }

    /// <summary>True: those that a control plane keeps; false: the others.</summary>
    public bool? IsExternallyLearned { get; init; }

    /// <summary>Those that lead to one remote end.</summary>
    public IPAddress? Destination { get; init; }

    /// <summary>Those that belong to one VNI of a VXLAN device in <c>external</c> mode.</summary>
    public Vni? SourceVni { get; init; }

    int INetlinkBody.HeaderLength => HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => FdbEntry.AttributeTable;

    /// <inheritdoc/>
    public bool Matches(FdbEntry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsOfBridge
            && (InterfaceIndex is null || item.InterfaceIndex == InterfaceIndex)
            && (MacAddress is null || item.MacAddress == MacAddress)
            && (Vlan is null || item.Vlan == Vlan)
            && (State is null || item.State == State)
            && (IsSelf is null || item.IsSelf == IsSelf)
            && (IsExternallyLearned is null || item.IsExternallyLearned == IsExternallyLearned)
            && (Destination is null || Destination.Equals(item.Destination))
            && (SourceVni is null || item.SourceVni == SourceVni);
    }

    void INetlinkBody.Write(ref NetlinkWriter writer)
    {
        var header = new ndmsg { ndm_family = FdbEntry.BridgeFamily, ndm_ifindex = InterfaceIndex.GetValueOrDefault() };
        MemoryMarshal.Write(writer.WriteHeader(HeaderSize), in header);
        if (BridgeIndex is { } bridge)
        {
            writer.WriteUInt32(NDA_MASTER, (uint)bridge);
        }
    }
}
