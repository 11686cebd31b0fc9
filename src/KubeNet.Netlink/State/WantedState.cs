using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.State;

/// <summary>A state that was checked, with everything said that the owner implies: marks, protocol, table; links in the order in which they can be made.</summary>
internal sealed class WantedState
{
    private readonly HashSet<string> _managed = new(StringComparer.Ordinal);

    private WantedState(NetworkState state)
    {
        State = state;
        Links = OrderedLinks(state);
        foreach (string name in state.ManagedInterfaces.AsSpan())
        {
            InterfaceName.Validate(name, nameof(NetworkState.ManagedInterfaces));
            _managed.Add(name);
        }

        foreach (StateLink link in Links)
        {
            _managed.Add(link.Name);
        }

        Routes = [.. state.Routes.Select(route => Completed(route, state.Owner))];
        CheckHanging(state.Addresses, x => x.InterfaceName, x => x.Key);
        CheckHanging(state.Neighbors, x => x.InterfaceName, x => x.Key);
        CheckHanging(state.FdbEntries, x => x.InterfaceName, x => x.Key);
        CheckUnique(Routes, x => x.Key);
        foreach (StateNeighbor neighbor in state.Neighbors.AsSpan())
        {
            if (!neighbor.IsStated)
            {
                throw Refusal($"{neighbor} is neither permanent nor a proxy entry: the kernel would forget it, so it cannot be kept.", nameof(NetworkState.Neighbors));
            }
        }

        foreach (StateFdbEntry entry in state.FdbEntries.AsSpan())
        {
            if (!entry.IsStated)
            {
                throw Refusal(
                    $"{entry} is neither permanent with a destination nor static on a bridge: it could not be told from what the kernel learns.", nameof(NetworkState.FdbEntries));
            }
        }
    }

    public NetworkState State { get; }

    public IReadOnlyList<StateLink> Links { get; }

    public IReadOnlyList<StateRoute> Routes { get; }

    public IReadOnlyList<StateAddress> Addresses => State.Addresses;

    public IReadOnlyList<StateNeighbor> Neighbors => State.Neighbors;

    public IReadOnlyList<StateFdbEntry> FdbEntries => State.FdbEntries;

    public static WantedState Of(NetworkState state) => new(state);

    /// <summary>Whether what hangs on an interface is the owner's, as far as the wish says: its own former links are not in it.</summary>
    public bool Manages(string interfaceName) => _managed.Contains(interfaceName);

    private static StateRoute Completed(StateRoute route, StateOwner owner)
    {
        Route value = route.Route;
        if (value.Protocol is { } protocol && (byte)protocol != owner.RouteProtocol)
        {
            throw Refusal($"{route} states protocol {(byte)protocol}, and '{owner}' has protocol {owner.RouteProtocol}: leave it null.", nameof(NetworkState.Routes));
        }

        if (owner.RouteTable is { } table && value.Table is { } stated && stated != table)
        {
            throw Refusal($"{route} states table {stated}, and '{owner}' has table {table}: leave it null.", nameof(NetworkState.Routes));
        }

        if (value.OutputInterface is not null || value.NextHops.Count > 0)
        {
            throw Refusal($"{route} states interfaces by index: name them, in InterfaceName and NextHops.", nameof(NetworkState.Routes));
        }

        // The kernel tells a single way of several as a gateway and a link.
        if (route.NextHops is [var only])
        {
            NextHop hop = only.Hop;
            route = new StateRoute(route.Route, only.InterfaceName);
            value = value with
            {
                Gateway = hop.Gateway,
                Via = hop.Via,
                IsOnLink = hop.IsOnLink,
                Realms = hop.Realms,
                EncapsulationType = hop.EncapsulationType,
                Encapsulation = hop.Encapsulation,
            };
        }

        return route with { Route = value with { Protocol = (RouteProtocol)owner.RouteProtocol, Table = value.Table ?? owner.RouteTable } };
    }

    private static StateLink[] OrderedLinks(NetworkState state)
    {
        var byName = new Dictionary<string, StateLink>(StringComparer.Ordinal);
        foreach (StateLink link in state.Links.AsSpan())
        {
            if (link.Link.Name is null)
            {
                throw Refusal("A link of a state needs a name.", nameof(NetworkState.Links));
            }

            InterfaceName.Validate(link.Name, nameof(NetworkState.Links));
            if (link.Link.Alias is { } alias && alias != state.Owner.LinkMark)
            {
                throw Refusal($"The alias of link '{link.Name}' is the owner's mark: leave it null.", nameof(NetworkState.Links));
            }

            if (link.Link.AlternativeNames is { Count: > 0 } || link.Link.Namespace is not null)
            {
                throw Refusal($"The state of link '{link.Name}' can have neither alternative names nor another namespace.", nameof(NetworkState.Links));
            }

            if (!byName.TryAdd(link.Name, link with { Link = link.Link with { Alias = state.Owner.LinkMark } }))
            {
                throw Refusal($"link {link.Name} is stated twice.", nameof(NetworkState.Links));
            }
        }

        var ordered = new List<StateLink>(byName.Count);
        var visiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (StateLink link in state.Links.AsSpan())
        {
            Visit(byName[link.Name]);
        }

        return [.. ordered];

        void Visit(StateLink link)
        {
            if (!visiting.Add(link.Name))
            {
                if (!ordered.Exists(x => x.Name == link.Name))
                {
                    throw Refusal($"Link '{link.Name}' is above itself by its masters and parents.", nameof(NetworkState.Links));
                }

                return;
            }

            foreach (string? below in (ReadOnlySpan<string?>)[link.Parent, link.Master])
            {
                if (below is not null && byName.TryGetValue(below, out StateLink? next))
                {
                    Visit(next);
                }
            }

            ordered.Add(link);
        }
    }

    private void CheckHanging<T, TKey>(NetlinkList<T> items, Func<T, string> interfaceOf, Func<T, TKey> keyOf)
        where T : StateObject
        where TKey : struct, IEquatable<TKey>
    {
        foreach (T item in items.AsSpan())
        {
            if (!Manages(interfaceOf(item)))
            {
                throw Refusal(
                    $"{item} is on an interface that '{State.Owner}' neither makes nor manages: add '{interfaceOf(item)}' to Links or ManagedInterfaces.", typeof(T).Name);
            }
        }

        CheckUnique(items, keyOf);
    }

    private static void CheckUnique<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> keyOf)
        where T : StateObject
        where TKey : struct, IEquatable<TKey>
    {
        var seen = new HashSet<TKey>(items.Count);
        foreach (T item in items)
        {
            if (!seen.Add(keyOf(item)))
            {
                throw Refusal($"{item.Noun} {item.Identity} is stated twice.", typeof(T).Name);
            }
        }
    }

    /// <summary>The parameter is the state's property, since no method here is the caller's.</summary>
    private static ArgumentException Refusal(string message, string property) => new(message, property);
}
