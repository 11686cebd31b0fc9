namespace KubeNet.Netlink.State;

/// <summary>Works out what has to be done so that the kernel has what is wanted. Pure: it asks nobody.</summary>
public static class NetworkPlanner
{
    /// <summary>The steps from what is there to what is wanted.</summary>
    /// <exception cref="ArgumentException">The state contradicts itself.</exception>
    /// <exception cref="StateConflictException">Someone else's object is in the place of a wanted one.</exception>
    public static NetworkPlan Plan(NetworkState desired, NetworkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(desired);
        ArgumentNullException.ThrowIfNull(snapshot);
        return Plan(WantedState.Of(desired), snapshot);
    }

    internal static NetworkPlan Plan(WantedState wanted, NetworkSnapshot snapshot)
    {
        var links = new LinkPlanner(wanted, snapshot);
        links.Plan();
        var changes = new List<NetworkStep>(links.First);
        var removals = new List<NetworkStep>();

        // Removed in the opposite order: a route before the neighbour that it needs.
        var addresses = new ObjectDiff<StateAddressKey, StateAddress>(
            wanted.Addresses, x => x.Key, (x, actual) => x.IsSatisfiedBy(actual), (x, actual) => x.CanBecome(actual));
        addresses.Compare(snapshot.Addresses, x => links.IsVanishing(x.InterfaceName), x => x.IsStated && wanted.Manages(x.InterfaceName) && !links.IsLeaving(x.InterfaceName));
        var neighbors = new ObjectDiff<StateNeighborKey, StateNeighbor>(wanted.Neighbors, x => x.Key, (x, actual) => x.IsSatisfiedBy(actual));
        neighbors.Compare(snapshot.Neighbors, x => links.IsVanishing(x.InterfaceName), x => x.IsStated && wanted.Manages(x.InterfaceName) && !links.IsLeaving(x.InterfaceName));
        var entries = new ObjectDiff<StateFdbKey, StateFdbEntry>(wanted.FdbEntries, x => x.Key, (x, actual) => x.IsSatisfiedBy(actual));
        entries.Compare(snapshot.FdbEntries, x => links.IsVanishing(x.InterfaceName), x => x.IsStated && wanted.Manages(x.InterfaceName) && !links.IsLeaving(x.InterfaceName));
        var routes = new ObjectDiff<StateRouteKey, StateRoute>(
            wanted.Routes, x => x.Key, (x, actual) => x.IsSatisfiedBy(actual), (x, actual) => x.CanBecome(actual));
        routes.Compare(Routes(wanted, snapshot), x => x.InterfaceName is { } name && links.IsVanishing(name), _ => true);

        changes.AddRange(addresses.Changes);
        changes.AddRange(neighbors.Changes);
        changes.AddRange(entries.Changes);
        changes.AddRange(routes.Changes);
        removals.AddRange(routes.Removals);
        removals.AddRange(entries.Removals);
        removals.AddRange(neighbors.Removals);
        removals.AddRange(addresses.Removals);
        removals.AddRange(links.Last);
        return new NetworkPlan(wanted.State, snapshot, [.. changes, .. removals]);
    }

    /// <summary>What is there of routes: the owner's, and those of others that are taken over.</summary>
    private static NetlinkList<StateRoute> Routes(WantedState wanted, NetworkSnapshot snapshot)
    {
        if (snapshot.ForeignRoutes.Count == 0)
        {
            return snapshot.Routes;
        }

        if (wanted.State.AdoptsExisting)
        {
            return [.. snapshot.Routes.AsSpan(), .. snapshot.ForeignRoutes.AsSpan()];
        }

        StateRoute existing = snapshot.ForeignRoutes[0];
        foreach (StateRoute route in wanted.Routes)
        {
            if (route.Key == existing.Key)
            {
                throw new StateConflictException(route, existing, wanted.State.Owner, $"protocol {existing.ProtocolNumber}");
            }
        }

        return snapshot.Routes;
    }
}
