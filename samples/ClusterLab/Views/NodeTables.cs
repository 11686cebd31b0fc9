using System.Globalization;
using System.Net;
using KubeNet.Netlink;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Tunnels;
using Spectre.Console;

namespace ClusterLab.Views;

/// <summary>What a node's kernel has: its routes, neighbours and forwarding entries, read back.</summary>
internal sealed class NodeTables
{
    private const uint MainTable = 254;

    private readonly RouteNetlink _netlink;
    private readonly Dictionary<int, string> _names;

    public NodeTables(ClusterNode node)
    {
        _netlink = node.Host.Netlink;
        _names = _netlink.Links.List().ToDictionary(link => link.Index, link => link.Name ?? "?");
    }

    /// <summary><c>ip route</c>, <c>ip -6 route</c>; without what every link has of itself.</summary>
    public Table Routes()
    {
        Table table = Frame("route", "via", "device", "made by", "flags");
        foreach (Route route in _netlink.Routes.List(new RouteFilter { Table = MainTable })
            .Where(route => route.Destination?.BaseAddress.IsIPv6LinkLocal != true)
            .OrderBy(route => route.Family).ThenBy(route => route.Destination?.BaseAddress, s_addresses))
        {
            table.AddRow(
                new Text(route.Destination is { PrefixLength: > 0 } destination ? destination.ToString() : "default"),
                new Text(route.Gateway?.ToString() ?? ""),
                new Text(NameOf(route.OutputInterface)),
                new Text(MakerOf(route.Protocol)),
                new Text(route.IsOnLink ? "onlink" : ""));
        }

        return table;
    }

    /// <summary><c>ip neigh</c>; without groups, which need no look-up.</summary>
    public Table Neighbors()
    {
        Table table = Frame("neighbour", "MAC address", "device", "state");
        foreach (Neighbor neighbor in _netlink.Neighbors.List()
            .Where(neighbor => neighbor.State is not NeighborState.NoArp)
            .OrderBy(neighbor => neighbor.State is NeighborState.Permanent ? 0 : 1).ThenBy(neighbor => neighbor.Destination, s_addresses))
        {
            table.AddRow(
                new Text(neighbor.Destination?.ToString() ?? ""),
                new Text(neighbor.LinkLayerAddress?.ToString() ?? ""),
                new Text(NameOf(neighbor.InterfaceIndex)),
                new Text(neighbor.State.ToString().ToLowerInvariant()));
        }

        return table;
    }

    /// <summary><c>bridge fdb</c>; without groups.</summary>
    public Table Fdb()
    {
        Table table = Frame("forwarding entry", "device", "goes to", "state");
        foreach (FdbEntry entry in _netlink.Fdb.List()
            .Where(entry => entry.MacAddress is { IsMulticast: false })
            // A bridge that knows VLANs has an entry for each of them.
            .DistinctBy(entry => (entry.MacAddress, entry.InterfaceIndex, entry.Destination, entry.State))
            .OrderBy(entry => entry.Destination is null ? 1 : 0).ThenBy(entry => entry.Destination, s_addresses).ThenBy(entry => NameOf(entry.InterfaceIndex), StringComparer.Ordinal))
        {
            table.AddRow(
                new Text(entry.MacAddress?.ToString() ?? ""),
                new Text(NameOf(entry.InterfaceIndex)),
                new Text(entry.Destination?.ToString() ?? (entry.State is FdbState.Local ? "this node" : "")),
                new Text(entry.Destination is not null && entry.State is FdbState.Local ? "permanent" : entry.State.ToString().ToLowerInvariant()));
        }

        return table;
    }

    private static readonly Comparer<IPAddress?> s_addresses = Comparer<IPAddress?>.Create(static (x, y) =>
    {
        byte[] left = x?.GetAddressBytes() ?? [];
        byte[] right = y?.GetAddressBytes() ?? [];
        return left.Length != right.Length ? left.Length - right.Length : left.AsSpan().SequenceCompareTo(right);
    });

    private static string MakerOf(RouteProtocol? protocol) => (byte)protocol.GetValueOrDefault() switch
    {
        OverlayRouteProtocol.Vxlan or OverlayRouteProtocol.HostGateway => "the overlay",
        (byte)RouteProtocol.Kernel => "kernel",
        var number => protocol?.ToString().ToLowerInvariant() ?? number.ToString(CultureInfo.InvariantCulture),
    };

    private static Table Frame(params ReadOnlySpan<string> columns)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    private string NameOf(int? index) => index is { } known && _names.TryGetValue(known, out string? name) ? name : "";
}
