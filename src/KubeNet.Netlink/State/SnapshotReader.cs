using System.Net.Sockets;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>Reads from the kernel what concerns a state, and gives interfaces their names.</summary>
internal sealed class SnapshotReader(RouteNetlink netlink, NetworkState desired)
{
    private readonly WantedState _wanted = WantedState.Of(desired);
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<int> _managed = [];

    public NetworkSnapshot Read()
    {
        NetlinkList<StateLink> links = ReadLinks();
        var addresses = new List<StateAddress>();
        var neighbors = new List<StateNeighbor>();
        var entries = new List<StateFdbEntry>();
        foreach (StateLink link in links.AsSpan())
        {
            if (_wanted.Manages(link.Name))
            {
                ReadHanging(link.Name, link.Link.Kind as VxlanLink, addresses, neighbors, entries);
            }
        }

        foreach (string name in desired.ManagedInterfaces.AsSpan())
        {
            if (!links.Any(link => link.Name == name) && _indexes.ContainsKey(name))
            {
                ReadHanging(name, null, addresses, neighbors, entries);
            }
        }

        NetlinkList<StateRoute> routes = ReadRoutes();
        return new NetworkSnapshot
        {
            Links = links,
            Addresses = NetlinkList.From(addresses),
            Neighbors = NetlinkList.From(neighbors),
            FdbEntries = NetlinkList.From(entries),
            Routes = routes,
            ForeignRoutes = ReadForeignRoutes(routes),
            ManagedIndexes = NetlinkList.From(_managed),
        };
    }

    private NetlinkList<StateLink> ReadLinks()
    {
        var visitor = new LinkVisitor(_names, _indexes, [.. _wanted.Links.Select(link => link.Name)], desired.Owner.LinkMark);
        netlink.Links.Visit(null, ref visitor);
        return NetlinkList.From(visitor.Found.Select(Named));
    }

    private StateLink Named(Link link)
    {
        // Index 0 is what a wish has; the index stays to tell that this is a report.
        string? parent = NameOf(link.ParentNamespaceId is null ? link.ParentIndex : null);
        LinkKind? kind = link.Kind;
        if (kind is VxlanLink vxlan)
        {
            parent = NameOf(vxlan.UnderlyingIndex);
            kind = vxlan with { UnderlyingIndex = null };
        }

        return new StateLink(link with { Kind = kind, ParentIndex = null, MasterIndex = null })
        {
            Master = NameOf(link.MasterIndex) ?? string.Empty,
            Parent = parent ?? string.Empty,
        };
    }

    private void ReadHanging(
        string name, VxlanLink? vxlan, List<StateAddress> addresses, List<StateNeighbor> neighbors, List<StateFdbEntry> entries)
    {
        int index = _indexes[name];
        _managed.Add(index);
        foreach (Address address in netlink.Addresses.List(new AddressFilter { InterfaceIndex = index }))
        {
            addresses.Add(new StateAddress(name, address with { InterfaceIndex = 0 }));
        }

        foreach (Neighbor neighbor in netlink.Neighbors.List(new NeighborFilter { InterfaceIndex = index, State = NeighborState.Permanent }))
        {
            neighbors.Add(new StateNeighbor(name, neighbor with { InterfaceIndex = 0 }));
        }

        foreach (Neighbor neighbor in netlink.Neighbors.List(new NeighborFilter { InterfaceIndex = index, IsProxy = true }))
        {
            neighbors.Add(new StateNeighbor(name, neighbor with { InterfaceIndex = 0 }));
        }

        foreach (FdbEntry entry in netlink.Fdb.List(new FdbFilter { InterfaceIndex = index }))
        {
            // The link itself states where frames for unknown addresses go; that entry is no object of its own.
            bool isOfLink = vxlan?.Remote is { } remote && entry.MacAddress == default(MacAddress) && remote.Equals(entry.Destination);
            var found = new StateFdbEntry(name, entry with { InterfaceIndex = 0, ViaInterface = null }) { Via = NameOf(entry.ViaInterface) };
            if (!isOfLink && found.IsStated)
            {
                entries.Add(found);
            }
        }
    }

    private NetlinkList<StateRoute> ReadRoutes()
    {
        List<Route> routes = netlink.Routes.List(new RouteFilter
        {
            Protocol = (RouteProtocol)desired.Owner.RouteProtocol,
            Table = desired.Owner.RouteTable,
        });
        var named = new StateRoute[routes.Count];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = Named(routes[i]);
        }

        return NetlinkList.Create<StateRoute>(named);
    }

    private StateRoute Named(Route route)
    {
        if (route.NextHops.Count == 0)
        {
            return new StateRoute(route with { OutputInterface = null }, NameOf(route.OutputInterface));
        }

        return new StateRoute(route with { NextHops = NetlinkList<NextHop>.Empty })
        {
            NextHops = NetlinkList.From(route.NextHops.Select(hop => new StateNextHop(hop with { InterfaceIndex = 0 }, NameOf(hop.InterfaceIndex)))),
        };
    }

    /// <summary>Looks whether others have routes in the place of those that are to be made. It costs nothing if none are.</summary>
    private NetlinkList<StateRoute> ReadForeignRoutes(NetlinkList<StateRoute> ours)
    {
        var missing = new HashSet<StateRouteKey>(_wanted.Routes.Count);
        foreach (StateRoute route in _wanted.Routes)
        {
            missing.Add(route.Key);
        }

        foreach (StateRoute route in ours.AsSpan())
        {
            missing.Remove(route.Key);
        }

        var foreign = new List<StateRoute>();
        var tables = new HashSet<(uint Table, AddressFamily Family)>();
        foreach (StateRouteKey key in missing)
        {
            tables.Add((key.Key.Table, key.Key.Family));
        }

        foreach ((uint table, AddressFamily family) in tables)
        {
            var visitor = new ForeignRouteVisitor([], [.. missing.Select(key => key.Key)]);
            netlink.Routes.Visit(new RouteFilter { Table = table, Family = family }, ref visitor);
            foreach (Route route in visitor.Found)
            {
                StateRoute named = Named(route);
                if (named.ProtocolNumber != desired.Owner.RouteProtocol && missing.Contains(named.Key))
                {
                    foreign.Add(named);
                }
            }
        }

        return NetlinkList.From(foreign);
    }

    private string? NameOf(int? index) => index is null or 0 ? null : _names.GetValueOrDefault(index.Value);

    /// <summary>Learns the names of all links, and makes objects of those alone that matter.</summary>
    private readonly struct LinkVisitor(Dictionary<int, string> names, Dictionary<string, int> indexes, HashSet<string> wanted, string mark) : INetlinkVisitor
    {
        public List<Link> Found { get; } = [];

        public void Begin()
        {
            names.Clear();
            indexes.Clear();
            Found.Clear();
        }

        public bool Visit(in NetlinkMessage message)
        {
            var view = new LinkView(message);
            string name = System.Text.Encoding.UTF8.GetString(view.Name);
            names[view.Index] = name;
            indexes[name] = view.Index;
            ReadOnlySpan<byte> alias = view.Find(Interop.if_link.IFLA_IFALIAS);
            if (wanted.Contains(name) || (!alias.IsEmpty && System.Text.Encoding.UTF8.GetString(alias.TrimEnd((byte)0)) == mark))
            {
                Found.Add(Link.Read(message.Payload));
            }

            return true;
        }
    }

    private readonly struct ForeignRouteVisitor(List<Route> found, HashSet<RouteKey> keys) : INetlinkVisitor
    {
        public List<Route> Found { get; } = found;

        public void Begin() => Found.Clear();

        public bool Visit(in NetlinkMessage message)
        {
            RouteKey key = new RouteView(message).Key;
            if (keys.Contains(key with { OutputInterface = 0 }))
            {
                Found.Add(Route.Read(message.Payload));
            }

            return true;
        }
    }
}
