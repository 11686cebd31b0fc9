using System.Net;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>
/// Which entries of a bridge or of a VXLAN device the kernel is to delete, all at once: <c>bridge fdb flush dev DEV</c>. What
/// is null does not matter. A bridge knows device, port, VLAN, state and the flags <c>extern_learn</c>, <c>sticky</c> and
/// <c>offloaded</c>; a VXLAN device knows destination, port, VNIs, nexthop, state and the flags <c>extern_learn</c>,
/// <c>offloaded</c> and <c>router</c>. Each refuses what it does not know.
/// </summary>
public sealed record FdbFlush : INetlinkBody
{
    private static readonly NetlinkAttributeTable s_table = new(
        nameof(FdbFlush),
        new NetlinkAttributeEntry(NDA_DST, nameof(Destination), nameof(NDA_DST)),
        new NetlinkAttributeEntry(NDA_VLAN, nameof(Vlan), nameof(NDA_VLAN)),
        new NetlinkAttributeEntry(NDA_PORT, nameof(Port), nameof(NDA_PORT)),
        new NetlinkAttributeEntry(NDA_VNI, nameof(Vni), nameof(NDA_VNI)),
        new NetlinkAttributeEntry(NDA_IFINDEX, nameof(ThroughInterface), nameof(NDA_IFINDEX)),
        new NetlinkAttributeEntry(NDA_SRC_VNI, nameof(SourceVni), nameof(NDA_SRC_VNI)),
        new NetlinkAttributeEntry(NDA_NH_ID, nameof(NexthopId), nameof(NDA_NH_ID)),
        new NetlinkAttributeEntry(NDA_NDM_STATE_MASK, nameof(State), nameof(NDA_NDM_STATE_MASK)),
        new NetlinkAttributeEntry(NDA_NDM_FLAGS_MASK, nameof(RequiredFlags), nameof(NDA_NDM_FLAGS_MASK)));

    /// <summary>The index of the bridge or VXLAN device: <c>dev DEV</c>.</summary>
    public required int InterfaceIndex { get; init; }

    /// <summary>Of a bridge the port (<c>brport DEV</c>), of a VXLAN device the device through which the remote end is reached (<c>via DEV</c>).</summary>
    public int? ThroughInterface { get; init; }

    /// <summary>The VLAN: <c>vlan VID</c>.</summary>
    public ushort? Vlan { get; init; }

    /// <summary>How long the entries last: local, static or dynamic.</summary>
    public FdbState? State { get; init; }

    /// <summary>Flags that the entries have.</summary>
    public NeighborFlags RequiredFlags { get; init; }

    /// <summary>Flags that they have not.</summary>
    public NeighborFlags ExcludedFlags { get; init; }

    /// <summary>The remote end: <c>dst IPADDR</c>.</summary>
    public IPAddress? Destination { get; init; }

    /// <summary>The UDP port of the remote end: <c>port PORT</c>.</summary>
    public ushort? Port { get; init; }

    /// <summary>The VNI to send with: <c>vni VNI</c>.</summary>
    public Vni? Vni { get; init; }

    /// <summary>The VNI to which the entries belong: <c>src_vni VNI</c>.</summary>
    public Vni? SourceVni { get; init; }

    /// <summary>The nexthop object: <c>nhid NHID</c>.</summary>
    public uint? NexthopId { get; init; }

    int INetlinkBody.HeaderLength => FdbEntry.HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => s_table;

    string INetlinkBody.Describe() => $"of interface {InterfaceIndex}";

    void INetlinkBody.Write(ref NetlinkWriter writer)
    {
        (ushort state, ushort stateMask) = State switch
        {
            null => ((ushort)0, (ushort)0),
            FdbState.Local => (NUD_PERMANENT, NUD_PERMANENT),
            FdbState.Static => (NUD_NOARP, (ushort)(NUD_NOARP | NUD_PERMANENT)),
            _ => (NUD_NONE, (ushort)(NUD_NOARP | NUD_PERMANENT)),
        };
        var header = new ndmsg
        {
            ndm_family = FdbEntry.BridgeFamily,
            ndm_ifindex = InterfaceIndex,
            ndm_state = state,
            ndm_flags = (byte)((byte)RequiredFlags | NTF_SELF),
        };
        MemoryMarshal.Write(writer.WriteHeader(FdbEntry.HeaderSize), in header);
        if (stateMask != 0)
        {
            writer.WriteUInt16(NDA_NDM_STATE_MASK, stateMask);
        }

        if ((RequiredFlags | ExcludedFlags) != 0)
        {
            writer.WriteUInt8(NDA_NDM_FLAGS_MASK, (byte)(RequiredFlags | ExcludedFlags));
        }

        if (ThroughInterface is { } through)
        {
            writer.WriteUInt32(NDA_IFINDEX, (uint)through);
        }

        if (Vlan is { } vlan)
        {
            writer.WriteUInt16(NDA_VLAN, vlan);
        }

        WriteDestination(ref writer);
    }

    private void WriteDestination(ref NetlinkWriter writer)
    {
        if (Destination is not null)
        {
            writer.WriteIPAddress(NDA_DST, Destination);
        }

        if (Port is { } port)
        {
            writer.WriteUInt16BigEndian(NDA_PORT, port);
        }

        if (Vni is { } vni)
        {
            writer.WriteUInt32(NDA_VNI, vni);
        }

        if (SourceVni is { } source)
        {
            writer.WriteUInt32(NDA_SRC_VNI, source);
        }

        if (NexthopId is { } nexthop)
        {
            writer.WriteUInt32(NDA_NH_ID, nexthop);
        }
    }
}
