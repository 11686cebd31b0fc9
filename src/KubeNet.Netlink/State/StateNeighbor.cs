using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>A neighbour on an interface: <c>ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev vxlan0 nud permanent</c>.</summary>
/// <param name="InterfaceName">The interface's name.</param>
/// <param name="Neighbor">The neighbour, permanent or a proxy entry. Its interface index is not looked at.</param>
public sealed record StateNeighbor(string InterfaceName, Neighbor Neighbor) : StateObject
{
    private const NeighborFlags Compared = NeighborFlags.Router | NeighborFlags.ExternallyLearned;

    internal StateNeighborKey Key => new(InterfaceName, Neighbor.Key with { InterfaceIndex = 0 });

    /// <summary>Whether it is one that an agent states, rather than one that the kernel found out.</summary>
    internal bool IsStated => Neighbor.IsProxy || Neighbor.State == NeighborState.Permanent;

    internal override string Noun => "neighbour";

    internal override string Identity => $"{(Neighbor.IsProxy ? "proxy " : "")}{Neighbor.Destination} dev {InterfaceName}";

    internal override string Details => new StateText()
        .Add("lladdr", Neighbor.LinkLayerAddress)
        .Add(Neighbor.IsRouter, "router")
        .Add(Neighbor.IsExternallyLearned, "extern_learn")
        .ToString();

    internal bool IsSatisfiedBy(StateNeighbor actual) =>
        ((actual.Neighbor.Flags ^ Neighbor.Flags) & Compared) == 0
        && (Neighbor.Protocol is not { } protocol || actual.Neighbor.Protocol.GetValueOrDefault() == protocol)
        && (Neighbor.IsProxy || (actual.Neighbor.State == Neighbor.State && actual.Neighbor.LinkLayerAddress == Neighbor.LinkLayerAddress));

    internal override void AddCreation(NetlinkBatch batch, StateTarget target) =>
        // What the kernel has resolved by itself is no obstacle.
        target.Netlink.Neighbors.Replace(batch, In(target));

    internal override void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before) =>
        target.Netlink.Neighbors.Replace(batch, In(target));

    internal override void AddRemoval(NetlinkBatch batch, StateTarget target) => target.Netlink.Neighbors.Delete(batch, In(target));

    private Neighbor In(StateTarget target) => Neighbor with { InterfaceIndex = target.IndexOf(InterfaceName) };
}
