using System.Runtime.InteropServices;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>A question for one address. The kernel takes nothing in it beyond device, owner, address, VLAN and VNI (valid_fdb_get_strict).</summary>
internal readonly record struct FdbQuery(FdbEntry Entry) : INetlinkBody
{
    public int HeaderLength => FdbEntry.HeaderSize;

    public NetlinkAttributeTable? Attributes => FdbEntry.AttributeTable;

    public string? Describe() => Entry.Key.ToString();

    public void Write(ref NetlinkWriter writer)
    {
        var header = new ndmsg
        {
            ndm_family = FdbEntry.BridgeFamily,
            ndm_ifindex = Entry.InterfaceIndex,
            ndm_flags = (byte)(Entry.WireFlags & (NeighborFlags.Self | NeighborFlags.Master)),
        };
        MemoryMarshal.Write(writer.WriteHeader(FdbEntry.HeaderSize), in header);
        writer.WriteMacAddress(NDA_LLADDR, Entry.MacAddress.GetValueOrDefault());
        if (Entry.Vlan is { } vlan)
        {
            writer.WriteUInt16(NDA_VLAN, vlan);
        }

        // Here the attribute of the destination's VNI names the one that the entry belongs to.
        if (Entry.SourceVni is { } vni)
        {
            writer.WriteUInt32(NDA_VNI, vni);
        }
    }
}
