using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>A packet whose way is asked for: <c>ip route get</c>.</summary>
/// <param name="Destination">Where it goes.</param>
public sealed record RouteLookup(IPAddress Destination) : INetlinkBody
{
    /// <summary>Where it comes from (<c>RTA_SRC</c>, <c>from</c>).</summary>
    public IPAddress? Source { get; init; }

    /// <summary>The link over which it must go (<c>RTA_OIF</c>, <c>oif</c>).</summary>
    public int? OutputInterface { get; init; }

    /// <summary>The link over which it comes, if it is forwarded (<c>RTA_IIF</c>, <c>iif</c>); IPv4 then needs a <see cref="Source"/>.</summary>
    public int? InputInterface { get; init; }

    /// <summary>Its mark (<c>RTA_MARK</c>, <c>mark</c>).</summary>
    public uint? Mark { get; init; }

    /// <summary>Whose it is (<c>RTA_UID</c>, <c>uid</c>).</summary>
    public uint? UserId { get; init; }

    /// <summary>Its type of service (<c>rtm_tos</c>, <c>tos</c>).</summary>
    public byte TypeOfService { get; init; }

    /// <summary>Its protocol (<c>RTA_IP_PROTO</c>, <c>ipproto</c>): 6 is TCP, 17 UDP.</summary>
    public byte? Protocol { get; init; }

    /// <summary>Its source port, for rules and for the choice among several ways (<c>RTA_SPORT</c>, <c>sport</c>).</summary>
    public ushort? SourcePort { get; init; }

    /// <summary>Its destination port (<c>RTA_DPORT</c>, <c>dport</c>).</summary>
    public ushort? DestinationPort { get; init; }

    /// <summary>
    /// Whether the answer is the route of the table that matches (<c>RTM_F_FIB_MATCH</c>, <c>fibmatch</c>), instead of what becomes
    /// of this packet.
    /// </summary>
    public bool FibMatch { get; init; }

    int INetlinkBody.HeaderLength => Route.HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => Route.AttributeTable;

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        Span<byte> header = writer.WriteHeader(Route.HeaderSize);
        bool isIPv4 = Destination.AddressFamily == AddressFamily.InterNetwork;
        byte bits = (byte)(isIPv4 ? 32 : 128);
        header[0] = KernelFamily.From(Destination.AddressFamily);
        header[1] = bits;
        header[2] = Source is null ? (byte)0 : bits;
        header[3] = TypeOfService;

        // Without the second flag IPv4 says "main" whatever the table is; IPv6 refuses it.
        uint flags = (FibMatch ? RTM_F_FIB_MATCH : 0) | (isIPv4 ? RTM_F_LOOKUP_TABLE : 0);
        MemoryMarshal.Write(header[8..], in flags);

        writer.WriteIPAddress(RTA_DST, Destination);
        if (Source is not null)
        {
            writer.WriteIPAddress(RTA_SRC, Source);
        }

        WriteNumber(ref writer, RTA_OIF, (uint?)OutputInterface);
        WriteNumber(ref writer, RTA_IIF, (uint?)InputInterface);
        WriteNumber(ref writer, RTA_MARK, Mark);
        WriteNumber(ref writer, RTA_UID, UserId);
        if (Protocol is { } protocol)
        {
            writer.WriteUInt8(RTA_IP_PROTO, protocol);
        }

        if (SourcePort is { } source)
        {
            writer.WriteUInt16BigEndian(RTA_SPORT, source);
        }

        if (DestinationPort is { } destination)
        {
            writer.WriteUInt16BigEndian(RTA_DPORT, destination);
        }
    }

    /// <summary>Where the packet goes.</summary>
    public override string ToString() => Source is null ? $"{Destination}" : $"{Destination} from {Source}";

    string? INetlinkBody.Describe() => ToString();

    private static void WriteNumber(ref NetlinkWriter writer, ushort type, uint? value)
    {
        if (value is { } number)
        {
            writer.WriteUInt32(type, number);
        }
    }
}
