using System.Net;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>
/// An FDB entry in a message, read in place: for tables so large that an object for each entry is too much
/// (<see cref="FdbOperations"/>, method <c>Visit</c>). It lives as long as the message.
/// </summary>
public readonly ref struct FdbView
{
    private readonly NetlinkMessage _message;
    private readonly ndmsg _header;

    /// <summary>Looks at a message (<c>RTM_NEWNEIGH</c> or <c>RTM_DELNEIGH</c>).</summary>
    /// <exception cref="NetlinkFormatException">It is too short, or an attribute's length does not fit.</exception>
    public FdbView(in NetlinkMessage message)
    {
        _message = message;
        ReadOnlySpan<byte> payload = message.Payload;
        if (!MemoryMarshal.TryRead(payload, out _header))
        {
            throw new NetlinkFormatException($"The message of an FDB entry has 12 bytes or more, not {payload.Length}.");
        }

        var reader = new NetlinkAttributeReader(payload[FdbEntry.HeaderSize..]);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case NDA_LLADDR when reader.TryGetMacAddress(out MacAddress address):
                    MacAddress = address;
                    break;
                case NDA_DST:
                    Destination = reader.Value;
                    break;
                case NDA_VLAN when reader.TryGetUInt16(out ushort vlan):
                    Vlan = vlan;
                    break;
                case NDA_PORT when reader.TryGetUInt16BigEndian(out ushort port):
                    Port = port;
                    break;
                case NDA_VNI when reader.TryGetUInt32(out uint vni) && vni <= KubeNet.Netlink.Vni.Maximum:
                    Vni = new Vni(vni);
                    break;
                case NDA_SRC_VNI when reader.TryGetUInt32(out uint vni) && vni <= KubeNet.Netlink.Vni.Maximum:
                    SourceVni = new Vni(vni);
                    break;
                case NDA_IFINDEX when reader.TryGetUInt32(out uint via):
                    ViaInterface = (int)via;
                    break;
                case NDA_MASTER when reader.TryGetUInt32(out uint master):
                    MasterIndex = (int)master;
                    break;
            }
        }
    }

    /// <inheritdoc cref="FdbEntry.InterfaceIndex"/>
    public int InterfaceIndex => _header.ndm_ifindex;

    /// <inheritdoc cref="FdbEntry.MacAddress"/>
    public MacAddress? MacAddress { get; }

    /// <inheritdoc cref="FdbEntry.State"/>
    public FdbState State => FdbEntry.StateOf((NeighborState)_header.ndm_state);

    /// <inheritdoc cref="FdbEntry.Flags"/>
    public NeighborFlags Flags => (NeighborFlags)_header.ndm_flags;

    /// <summary>The remote end in network byte order: 4 or 16 bytes, or none.</summary>
    public ReadOnlySpan<byte> Destination { get; }

    /// <inheritdoc cref="FdbEntry.Vlan"/>
    public ushort? Vlan { get; }

    /// <inheritdoc cref="FdbEntry.Port"/>
    public ushort? Port { get; }

    /// <inheritdoc cref="FdbEntry.Vni"/>
    public Vni? Vni { get; }

    /// <inheritdoc cref="FdbEntry.SourceVni"/>
    public Vni? SourceVni { get; }

    /// <inheritdoc cref="FdbEntry.ViaInterface"/>
    public int? ViaInterface { get; }

    /// <inheritdoc cref="FdbEntry.MasterIndex"/>
    public int? MasterIndex { get; }

    /// <summary>Makes an address of <see cref="Destination"/>; null if it is none.</summary>
    public IPAddress? ToDestination() => Destination.Length is 4 or 16 ? new IPAddress(Destination) : null;

    /// <summary>Makes an object of the entry, which outlives the message.</summary>
    public FdbEntry ToFdbEntry() => FdbEntry.Read(_message.Payload);
}
