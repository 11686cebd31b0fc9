using System.Net;
using KubeNet.Netlink;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels;

/// <summary>
/// Nodes of one subnet that route to one another's pods directly: per block of a peer <c>ip route add BLOCK via PEER</c>. Nothing
/// is encapsulated, and nothing between the nodes may need to know pods.
/// </summary>
public sealed record HostGatewayOverlay : Overlay
{
    /// <inheritdoc/>
    public override StateOwner Owner { get; init; } = new("host-gateway", OverlayRouteProtocol.HostGateway);

    /// <summary>The interface to the peers; null has the kernel find that of each peer's subnet.</summary>
    public string? Underlay { get; init; }

    /// <inheritdoc/>
    public override NetworkState ToState(IEnumerable<OverlayNode> peers)
    {
        var routes = new List<StateRoute>();
        foreach (OverlayNode peer in PeerSet.Check(Node, peers))
        {
            foreach (IPNetwork block in peer.PodBlocks.AsSpan())
            {
                routes.Add(RouteTo(peer, block, Underlay));
            }
        }

        return new NetworkState(Owner) { Routes = NetlinkList.From(routes) };
    }

    internal static StateRoute RouteTo(OverlayNode peer, IPNetwork block, string? underlay)
    {
        IPAddress gateway = peer.UnderlayAddress(block.BaseAddress.AddressFamily)
            ?? throw new ArgumentException(
                $"The block {block} of '{peer.Name}' cannot be reached: the node has no underlay address of that family ({peer.UnderlayAddresses}).", nameof(peer));
        return new StateRoute(new Route { Destination = block, Gateway = gateway }, underlay);
    }
}
