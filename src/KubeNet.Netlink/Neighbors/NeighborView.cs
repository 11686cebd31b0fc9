using System.Net;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Neighbors;

/// <summary>
/// A neighbour in a message, read in place: for tables so large that an object for each entry is too much
/// (<see cref="NeighborOperations"/>, method <c>Visit</c>). It lives as long as the message.
/// </summary>
public readonly ref struct NeighborView
{
    private readonly NetlinkMessage _message;
    private readonly ndmsg _header;
    private readonly ReadOnlySpan<byte> _linkLayerAddress;

    /// <summary>Looks at a message (<c>RTM_NEWNEIGH</c> or <c>RTM_DELNEIGH</c>).</summary>
    /// <exception cref="NetlinkFormatException">It is too short, or an attribute's length does not fit.</exception>
    public NeighborView(in NetlinkMessage message)
    {
        _message = message;
        ReadOnlySpan<byte> payload = message.Payload;
        if (!MemoryMarshal.TryRead(payload, out _header))
        {
            throw new NetlinkFormatException($"A neighbour's message has 12 bytes or more, not {payload.Length}.");
        }

        var reader = new NetlinkAttributeReader(payload[Neighbor.HeaderSize..]);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case NDA_DST:
                    Destination = reader.Value;
                    break;
                case NDA_LLADDR:
                    _linkLayerAddress = reader.Value;
                    break;
                case NDA_FLAGS_EXT when reader.TryGetUInt32(out uint flags):
                    ExtendedFlags = (NeighborExtendedFlags)flags;
                    break;
                case NDA_PROTOCOL when reader.TryGetUInt8(out byte protocol):
                    Protocol = protocol;
                    break;
            }
        }
    }

    /// <inheritdoc cref="Neighbor.InterfaceIndex"/>
    public int InterfaceIndex => _header.ndm_ifindex;

    /// <summary>The address in network byte order: 4 or 16 bytes, or none.</summary>
    public ReadOnlySpan<byte> Destination { get; }

    /// <inheritdoc cref="Neighbor.LinkLayerAddress"/>
    public MacAddress? LinkLayerAddress =>
        _linkLayerAddress.Length == MacAddress.Size ? new MacAddress(_linkLayerAddress) : null;

    /// <inheritdoc cref="Neighbor.State"/>
    public NeighborState State => (NeighborState)_header.ndm_state;

    /// <inheritdoc cref="Neighbor.Flags"/>
    public NeighborFlags Flags => (NeighborFlags)_header.ndm_flags;

    /// <inheritdoc cref="Neighbor.ExtendedFlags"/>
    public NeighborExtendedFlags? ExtendedFlags { get; }

    /// <inheritdoc cref="Neighbor.Protocol"/>
    public byte? Protocol { get; }

    /// <summary>Makes an address of <see cref="Destination"/>; null if it is none.</summary>
    public IPAddress? ToDestination() => Destination.Length is 4 or 16 ? new IPAddress(Destination) : null;

    /// <summary>Makes an object of the entry, which outlives the message.</summary>
    public Neighbor ToNeighbor() => Neighbor.Read(_message.Payload);
}
