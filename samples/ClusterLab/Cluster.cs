using System.Net;
using KubeNet.Netlink;
using KubeNet.Netlink.State;
using KubeNet.Testing.Hosts;
using KubeNet.Tunnels;

namespace ClusterLab;

/// <summary>Nodes on one switch, their pods, and the overlay between them.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly LabOptions _options;
    private readonly VirtualNetwork _network;
    private readonly List<ClusterNode> _nodes = [];

    private Cluster(LabOptions options, VirtualNetwork network)
    {
        _options = options;
        _network = network;
        Underlay = network.AddSwitch("underlay", options.Mtu);
    }

    public VirtualSwitch Underlay { get; }

    public IReadOnlyList<ClusterNode> Nodes => _nodes;

    public IEnumerable<ClusterPod> Pods => _nodes.SelectMany(node => node.Pods);

    /// <summary>MTU of the pods in bytes: what the overlay leaves of the underlay's.</summary>
    public int PodMtu => _options switch
    {
        { Network: LabNetwork.HostGateway } => _options.Mtu,
        { UsesIPv4: true } => TunnelMtu.Of(_options.Mtu, Encapsulation.VxlanOverIPv4),
        _ => TunnelMtu.Of(_options.Mtu, Encapsulation.VxlanOverIPv6),
    };

    /// <summary>Whether the cluster stays when it is disposed. A cluster that was never finished is of no use to anyone.</summary>
    public bool Stays
    {
        get => _network.Keep;
        set => _network.Keep = value;
    }

    /// <summary>Makes the switch that connects the nodes.</summary>
    public static Cluster Create(LabOptions options)
    {
        var network = VirtualNetwork.Create(new VirtualNetworkOptions { Name = ClusterNames.Label });
        try
        {
            return new Cluster(options, network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Adds the next node, with its pods and its link to the underlay.</summary>
    public ClusterNode AddNode()
    {
        int number = _nodes.Count + 1;
        VirtualHost host = _network.AddHost($"node-{number}");
        NetlinkList<InterfaceAddress> underlay = PerFamily(() => AddressPlan.NodeIPv4(number), () => AddressPlan.NodeIPv6(number));
        Underlay.Connect(host, ClusterNames.UnderlayDevice, new LinkSettings { Addresses = underlay });
        var pods = new List<ClusterPod>();
        for (int i = 1; i <= _options.Pods; i++)
        {
            int pod = i;
            pods.Add(new ClusterPod(host.Name, host.AddPod($"pod-{pod}", new PodSettings
            {
                Addresses = PerFamily(() => AddressPlan.PodIPv4(number, pod), () => AddressPlan.PodIPv6(number, pod)),
                Mtu = PodMtu,
            })));
        }

        var node = new ClusterNode(
            host,
            new OverlayNode(host.Name)
            {
                UnderlayAddresses = NetlinkList.From(underlay.Select(address => address.Address)),
                PodBlocks = PerFamily(() => AddressPlan.PodBlockIPv4(number), () => AddressPlan.PodBlockIPv6(number)),
            },
            pods);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Has a node reach the pods of all the others.</summary>
    /// <returns>What was changed in its kernel.</returns>
    public NetworkPlan ApplyOverlay(ClusterNode node) =>
        OverlayOf(node).Apply(node.Host.Netlink, _nodes.Where(other => other != node).Select(other => other.Overlay));

    /// <summary>The node on which an address is, or behind which it is; null if there is none.</summary>
    public string? NodeOf(IPAddress address) => _nodes.FirstOrDefault(node =>
        node.Overlay.UnderlayAddresses.Contains(address) || node.Overlay.PodBlocks.Any(block => block.Contains(address)))?.Name;

    public void Dispose() => _network.Dispose();

    private Overlay OverlayOf(ClusterNode node) => _options.Network == LabNetwork.HostGateway
        ? new HostGatewayOverlay { Node = node.Overlay, Underlay = ClusterNames.UnderlayDevice }
        : new VxlanOverlay
        {
            Node = node.Overlay,
            Device = new VxlanDevice
            {
                Name = ClusterNames.VxlanDevice,
                Vni = ClusterNames.Vni,
                Port = ClusterNames.VxlanPort,
                Underlay = ClusterNames.UnderlayDevice,
                UnderlayMtu = _options.Mtu,
            },
        };

    private NetlinkList<T> PerFamily<T>(Func<T> ipv4, Func<T> ipv6)
    {
        var list = new List<T>(2);
        if (_options.UsesIPv4)
            list.Add(ipv4());
        if (_options.UsesIPv6)
            list.Add(ipv6());
        return NetlinkList.From(list);
    }
}
