using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// Which routes are wanted; null is any: <c>ip route show table … proto …</c>. The kernel sorts out itself (since Linux 4.20).
/// Only IPv4 and IPv6 routes are listed, not those of MPLS or of multicast forwarding.
/// </summary>
public sealed record RouteFilter : INetlinkFilter<Route>
{
    /// <summary>IPv4 or IPv6: <c>ip -4</c>, <c>ip -6</c>.</summary>
    public AddressFamily? Family { get; init; }

    /// <summary>The table: 254 is main, 255 local. A table that does not exist has no routes.</summary>
    public uint? Table { get; init; }

    /// <summary>Who made them.</summary>
    public RouteProtocol? Protocol { get; init; }

    /// <summary>The index of the link over which they lead, as one of several ways too.</summary>
    public int? OutputInterface { get; init; }

    /// <summary>What becomes of the packets.</summary>
    public RouteType? Type { get; init; }

    /// <summary>Whether the family is asked for even if its table may not exist, which is an error then (ENOENT).</summary>
    internal bool RequiresTable { get; init; }

    int INetlinkBody.HeaderLength => Route.HeaderSize;

    NetlinkAttributeTable? INetlinkBody.Attributes => Route.AttributeTable;

    /// <inheritdoc/>
    public bool Matches(Route item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Family is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && (Family is not { } family || item.Family == family)
            && (Table is not { } table || item.EffectiveTable == table)
            && (Protocol is not { } protocol || item.Protocol == protocol)
            && (Type is not { } type || item.Type == type)
            && (OutputInterface is not { } index || LeadsOver(item, index));
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        Span<byte> header = writer.WriteHeader(Route.HeaderSize);

        // Of a family by itself, the kernel refuses to list a table that does not exist, and even main need not exist.
        header[0] = Table is null || RequiresTable ? KernelFamily.From(Family ?? AddressFamily.Unspecified) : KernelFamily.Unspecified;
        header[5] = (byte)Protocol.GetValueOrDefault();
        header[7] = (byte)Type.GetValueOrDefault();
        if (Table is { } table)
        {
            writer.WriteUInt32(RTA_TABLE, table);
        }

        if (OutputInterface is { } index)
        {
            writer.WriteUInt32(RTA_OIF, (uint)index);
        }
    }

    private static bool LeadsOver(Route route, int index)
    {
        if (route.OutputInterface is { } output)
        {
            return output == index;
        }

        foreach (NextHop hop in route.NextHops)
        {
            if (hop.InterfaceIndex == index)
            {
                return true;
            }
        }

        // Which links a next hop object leads over is known to the kernel alone, and it has filtered.
        return route.NexthopId is not null;
    }
}
