using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// A look at a route's message without making an object of it, for tables of many thousands of routes
/// (<see cref="Transport.NetlinkOperations{T, TKey, TFilter}.Visit"/>). It is valid as long as the message is.
/// </summary>
public readonly ref struct RouteView
{
    private readonly ReadOnlySpan<byte> _header;
    private readonly uint? _priority;

    /// <summary>Looks at a message of the type <c>RTM_NEWROUTE</c> or <c>RTM_DELROUTE</c>.</summary>
    /// <exception cref="NetlinkFormatException">The message is shorter than its header says, or an attribute's length does not fit.</exception>
    public RouteView(in NetlinkMessage message)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        if (payload.Length < Route.HeaderSize)
        {
            throw new NetlinkFormatException($"The message of a route has {Route.HeaderSize} bytes before its attributes; this one has {payload.Length}.");
        }

        _header = payload[..Route.HeaderSize];
        Table = _header[4];
        var reader = new NetlinkAttributeReader(payload[Route.HeaderSize..]);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case RTA_DST:
                    DestinationBytes = reader.Value;
                    break;
                case RTA_SRC:
                    SourceBytes = reader.Value;
                    break;
                case RTA_GATEWAY:
                    GatewayBytes = reader.Value;
                    break;
                case RTA_MULTIPATH:
                    Multipath = reader.Value;
                    break;
                case RTA_OIF when reader.TryGetUInt32(out uint index):
                    OutputInterface = (int)index;
                    break;
                case RTA_PRIORITY when reader.TryGetUInt32(out uint priority):
                    _priority = priority;
                    break;
                case RTA_TABLE when reader.TryGetUInt32(out uint table):
                    Table = table;
                    break;
                case RTA_NH_ID when reader.TryGetUInt32(out uint id):
                    NexthopId = id;
                    break;
            }
        }
    }

    /// <summary>IPv4, IPv6, or <see cref="AddressFamily.Unknown"/> for MPLS and multicast forwarding.</summary>
    public AddressFamily Family => KernelFamily.ToManaged(_header[0]);

    /// <summary>The destination's bytes in network order: 4, 16, or none for <c>default</c>.</summary>
    public ReadOnlySpan<byte> DestinationBytes { get; }

    /// <summary>The destination of an IPv4 route as a number; 0 for <c>default</c>.</summary>
    public uint DestinationIPv4 => DestinationBytes.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(DestinationBytes) : 0;

    /// <summary>Length of the destination's prefix in bits.</summary>
    public int DestinationLength => _header[1];

    /// <summary>The source prefix's bytes in network order, IPv6; empty if there is none.</summary>
    public ReadOnlySpan<byte> SourceBytes { get; }

    /// <summary>Length of the source prefix in bits.</summary>
    public int SourceLength => _header[2];

    /// <summary>The type of service.</summary>
    public byte TypeOfService => _header[3];

    /// <summary>The table: 254 is main.</summary>
    public uint Table { get; }

    /// <summary>Who made it.</summary>
    public RouteProtocol Protocol => (RouteProtocol)_header[5];

    /// <summary>How far away the destination is.</summary>
    public RouteScope Scope => (RouteScope)_header[6];

    /// <summary>What becomes of the packets.</summary>
    public RouteType Type => (RouteType)_header[7];

    /// <summary>States and wishes.</summary>
    public RouteFlags Flags => (RouteFlags)MemoryMarshal.Read<uint>(_header[8..]);

    /// <summary>The index of the link; 0 if there is none, or several ways.</summary>
    public int OutputInterface { get; }

    /// <summary>The metric; 0 if there is none.</summary>
    public uint Priority => _priority.GetValueOrDefault();

    /// <summary>The next hop object; 0 if there is none.</summary>
    public uint NexthopId { get; }

    /// <summary>The gateway's bytes in network order; empty if there is none, or several ways.</summary>
    public ReadOnlySpan<byte> GatewayBytes { get; }

    /// <summary>The several ways as they lie in the message (<c>struct rtnexthop</c> …); empty if there is one.</summary>
    public ReadOnlySpan<byte> Multipath { get; }

    /// <summary>The gateway as an object; null if there is none, or several ways.</summary>
    public IPAddress? Gateway => GatewayBytes.Length is 4 or 16 ? new IPAddress(GatewayBytes) : null;

    /// <summary>The route's identity, equal to that of <see cref="Route.Key"/>.</summary>
    public RouteKey Key
    {
        get
        {
            bool isIPv6 = Family == AddressFamily.InterNetworkV6;
            _ = WireAddress.TryRead(DestinationBytes, out WireAddress destination);
            _ = WireAddress.TryRead(SourceBytes, out WireAddress source);
            return new RouteKey(
                destination.Bits,
                source.Bits,
                Table,
                RouteKey.EffectivePriority(isIPv6, _priority),
                RouteKey.IsPerLink(isIPv6, Type) && GatewayBytes.IsEmpty && Multipath.IsEmpty && NexthopId == 0 ? OutputInterface : 0,
                Family,
                _header[1],
                _header[2],
                TypeOfService);
        }
    }
}
