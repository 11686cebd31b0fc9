using System.Globalization;
using System.Security.Cryptography;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Leftovers;

namespace KubeNet.Testing.Hosts;

/// <summary>A host: a machine as far as the network goes, with links to switches and other hosts, and pods.</summary>
public sealed class VirtualHost : VirtualNode
{
    /// <summary>The name of the bridge for pods, made with the first pod that hangs on it.</summary>
    public const string PodBridgeName = "cni0";

    private readonly Lock _lock = new();
    private readonly List<Pod> _pods = [];
    private int? _bridge;
    private bool _isRouter;
    private int _attached;

    internal VirtualHost(VirtualNetwork network, string name)
        : base(network, name, name, NodeSysctls.Host)
    {
    }

    /// <summary>The pods, in the order in which they were added.</summary>
    public IReadOnlyList<Pod> Pods
    {
        get
        {
            lock (_lock)
                return [.. _pods];
        }
    }

    /// <summary>
    /// Adds a pod, and makes a router of the host. The pod has one link, <c>eth0</c>, whose other end on the host is called
    /// <c>pod1</c>, <c>pod2</c> …, and a default route for each family of which it has an address.
    /// </summary>
    /// <param name="name">Its name, unique on the host: letters, digits, '-', '_', '.', at most 64.</param>
    /// <param name="settings">What it is given.</param>
    /// <exception cref="ArgumentException">The name is taken, or an address leaves no room for a gateway.</exception>
    /// <exception cref="NetworkNamespaceException">The privilege is missing.</exception>
    /// <exception cref="Netlink.Transport.NetlinkException">The kernel refused a setting.</exception>
    public Pod AddPod(string name, PodSettings settings)
    {
        NetworkName.ValidateMember(name, nameof(name));
        ArgumentNullException.ThrowIfNull(settings);
        PodGateways gateways = PodGateways.Of(settings);
        lock (_lock)
        {
            EnableForwarding();
            string hostInterface = string.Create(CultureInfo.InvariantCulture, $"pod{++_attached}");
            var pod = new Pod(this, name, settings.Attachment, hostInterface);
            bool isRouted = settings.Attachment == PodAttachment.Routed;
            int bridge = isRouted ? 0 : EnsureBridge();
            (Link near, Link far) = VethPair.Create(
                this,
                new Link { Name = hostInterface, Mtu = settings.Mtu, MasterIndex = isRouted ? null : bridge },
                pod,
                new Link { Name = Pod.InterfaceName, Mtu = settings.Mtu, Address = settings.MacAddress });

            int gatewayInterface = isRouted ? near.Index : LinkCarrier.WaitFor(this, bridge).Index;
            foreach (InterfaceAddress gateway in gateways.OnHost)
                EnsureAddress(gatewayInterface, gateway);
            pod.AddAddresses(far.Index, gateways.OnPod);
            if (isRouted)
                PodRoutes.AddToPod(this, near.Index, gateways.OnPod);
            PodRoutes.AddDefault(pod, far.Index, gateways.Default);
            _pods.Add(pod);
            return pod;
        }
    }

    /// <summary>Has the host pass packets on between its links: <c>net.ipv4.ip_forward</c>, <c>net.ipv6.conf.all.forwarding</c>. Done with the first pod.</summary>
    public void EnableForwarding()
    {
        lock (_lock)
        {
            if (_isRouter)
                return;
            NodeSysctls.Router.Apply(Namespace.Sysctl);
            _isRouter = true;
        }
    }

    private int EnsureBridge()
    {
        if (_bridge is { } existing)
            return existing;

        // Without an address of its own a bridge takes that of a port, and another with the next port: pods would not find their gateway.
        Span<byte> address = stackalloc byte[MacAddress.Size];
        RandomNumberGenerator.Fill(address);
        address[0] = 0x02;
        Netlink.Links.Add(new Link { Name = PodBridgeName, IsUp = true, Address = new MacAddress(address), Kind = VirtualSwitch.PlainBridge });
        int bridge = Netlink.Links.Get(PodBridgeName).Index;
        _bridge = bridge;
        return bridge;
    }
}
