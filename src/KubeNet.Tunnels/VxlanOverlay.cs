using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels;

/// <summary>
/// Nodes that reach one another's pods through VXLAN, whatever lies between them. One device carries IPv4 and IPv6 pods; nothing is
/// learned or flooded. Per peer there are a forwarding entry from its tunnel MAC to its underlay address, a permanent neighbour
/// from its tunnel address to that MAC, and per block a route via the tunnel address (IPv6: via the link-local address of the MAC).
/// </summary>
public sealed record VxlanOverlay : Overlay
{
    /// <inheritdoc/>
    public override StateOwner Owner { get; init; } = new("vxlan", OverlayRouteProtocol.Vxlan);

    /// <summary>
    /// The device. Where it states no local address, it is the node's first underlay address; that decides whether the tunnel goes over
    /// IPv4 or IPv6.
    /// </summary>
    public required VxlanDevice Device { get; init; }

    /// <summary>
    /// Subnets on which peers are reached without the tunnel: those that have an underlay address in the same one of them as this
    /// node. Of a dual-stack peer each family is looked at by itself.
    /// </summary>
    public NetlinkList<IPNetwork> DirectSubnets { get; init; } = NetlinkList<IPNetwork>.Empty;

    /// <inheritdoc/>
    public override NetworkState ToState(IEnumerable<OverlayNode> peers)
    {
        OverlayNode[] checkedPeers = PeerSet.Check(Node, peers);
        IPAddress local = Device.LocalAddress ?? Node.UnderlayAddresses[0];
        AddressFamily outer = local.AddressFamily;
        MacAddress mac = Node.TunnelMacAddress ?? Device.MacAddress ?? TunnelMac.Derive(local, Device.Vni);
        StateLink link = (Device with { LocalAddress = local, MacAddress = mac }).ToLink();
        var builder = new Builder(this, outer);
        builder.AddNode(link);
        foreach (OverlayNode peer in checkedPeers)
        {
            builder.AddPeer(peer, mac);
        }

        return builder.ToState();
    }

    /// <summary>Whether pods of a family on a peer are reached without the tunnel.</summary>
    private bool IsDirect(OverlayNode peer, AddressFamily family)
    {
        foreach (IPNetwork subnet in DirectSubnets.AsSpan())
        {
            if (subnet.BaseAddress.AddressFamily == family
                && Node.UnderlayAddress(family) is { } own && subnet.Contains(own)
                && peer.UnderlayAddress(family) is { } other && subnet.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Builder(VxlanOverlay overlay, AddressFamily outer)
    {
        private readonly string _device = overlay.Device.Name;
        private readonly List<StateLink> _links = [];
        private readonly List<StateAddress> _addresses = [];
        private readonly List<StateNeighbor> _neighbors = [];
        private readonly List<StateFdbEntry> _entries = [];
        private readonly List<StateRoute> _routes = [];
        private readonly Dictionary<MacAddress, OverlayNode> _macs = [];

        public NetworkState ToState() => new(overlay.Owner)
        {
            Links = NetlinkList.From(_links),
            Addresses = NetlinkList.From(_addresses),
            Neighbors = NetlinkList.From(_neighbors),
            FdbEntries = NetlinkList.From(_entries),
            Routes = NetlinkList.From(_routes),
        };

        public void AddNode(StateLink link)
        {
            _links.Add(link);
            if (link.Link.Mtu < TunnelMtu.MinimumIPv6 && overlay.Node.HasBlocks(AddressFamily.InterNetworkV6))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(link), link.Link.Mtu, $"IPv6 pods need an MTU of {TunnelMtu.MinimumIPv6} bytes, and the device '{_device}' has {link.Link.Mtu}.");
            }

            if (overlay.Node.TunnelAddress(AddressFamily.InterNetwork) is { } address)
            {
                _addresses.Add(new StateAddress(_device, new Address { Local = new InterfaceAddress(address, 32) }));
            }

            if (overlay.Node.TunnelAddress(AddressFamily.InterNetworkV6) is { } address6)
            {
                // Nobody else can have the address, and until the kernel had looked for others it would not be used.
                _addresses.Add(new StateAddress(_device, new Address
                {
                    Local = new InterfaceAddress(address6, 128),
                    Flags = AddressFlags.NoDuplicateDetection,
                }));
            }
        }

        public void AddPeer(OverlayNode peer, MacAddress ownMac)
        {
            foreach (IPNetwork block in peer.PodBlocks.AsSpan())
            {
                if (overlay.IsDirect(peer, block.BaseAddress.AddressFamily))
                {
                    _routes.Add(HostGatewayOverlay.RouteTo(peer, block, overlay.Device.Underlay));
                }
            }

            foreach (AddressFamily family in (ReadOnlySpan<AddressFamily>)[AddressFamily.InterNetwork, AddressFamily.InterNetworkV6])
            {
                if (peer.HasBlocks(family) && !overlay.IsDirect(peer, family))
                {
                    AddTunnel(peer, family, ownMac);
                }
            }
        }

        private void AddTunnel(OverlayNode peer, AddressFamily family, MacAddress ownMac)
        {
            IPAddress remote = peer.UnderlayAddress(outer)
                ?? throw new ArgumentException(
                    $"The peer '{peer.Name}' cannot be reached: the tunnel goes over {(outer == AddressFamily.InterNetwork ? "IPv4" : "IPv6")}, and the peer has only {peer.UnderlayAddresses}.", nameof(peer));
            MacAddress mac = peer.TunnelMacAddress ?? TunnelMac.Derive(remote, overlay.Device.Vni);
            if (mac == ownMac || (_macs.TryGetValue(mac, out OverlayNode? other) && other != peer))
            {
                throw new ArgumentException(
                    $"The tunnel end of '{peer.Name}' has the MAC address {mac}, as has that of '{(mac == ownMac ? overlay.Node.Name : _macs[mac].Name)}'.", nameof(peer));
            }

            if (_macs.TryAdd(mac, peer))
            {
                _entries.Add(new StateFdbEntry(_device, new FdbEntry { MacAddress = mac, Destination = remote }));
            }

            IPAddress gateway = peer.TunnelGateway(family, mac);
            _neighbors.Add(new StateNeighbor(_device, new Neighbor { Destination = gateway, LinkLayerAddress = mac }));
            foreach (IPNetwork block in peer.PodBlocks.AsSpan())
            {
                if (block.BaseAddress.AddressFamily == family)
                {
                    _routes.Add(new StateRoute(new Route { Destination = block, Gateway = gateway, IsOnLink = !gateway.IsIPv6LinkLocal }, _device));
                }
            }
        }
    }
}
