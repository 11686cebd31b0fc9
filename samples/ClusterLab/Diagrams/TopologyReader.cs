using System.Net;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Testing.Hosts;
using KubeNet.Tunnels;

namespace ClusterLab.Diagrams;

/// <summary>
/// Reads back from the kernel what is connected with what: a link's other end is where the kernel says that it is, not where the lab
/// believes that it put it.
/// </summary>
internal static class TopologyReader
{
    public static Topology Read(Cluster cluster, LabOptions options)
    {
        Link bridge = cluster.Underlay.Netlink.Links.Get(VirtualSwitch.BridgeName);
        int ports = cluster.Underlay.Netlink.Links.List(new LinkFilter { MasterIndex = bridge.Index }).Count;
        return new Topology(
            $"{options.NetworkName}, {options.FamilyNames}: {cluster.Nodes.Count} nodes, {cluster.Pods.Count()} pods",
            new TopologyBox($"{cluster.Underlay.Name} {bridge.Name}", [$"{ports} ports", $"MTU {bridge.Mtu}"]),
            [.. cluster.Nodes.Select(node => ReadNode(cluster.Underlay, node))]);
    }

    private static TopologyNode ReadNode(VirtualSwitch underlay, ClusterNode node)
    {
        RouteNetlink netlink = node.Host.Netlink;
        List<Link> links = netlink.Links.List();
        ILookup<int, InterfaceAddress> addresses = AddressesOf(netlink);
        int? switchId = node.Host.Namespace.GetId(underlay.Namespace);
        var lines = new List<string>();
        foreach (Link link in links.Where(link => link.Kind is VethLink && link.ParentNamespaceId is { } id && id == switchId))
            lines.AddRange(Describe(link, addresses));
        foreach (Link link in links.Where(link => link.Kind is VxlanLink))
            lines.AddRange(Describe(link, addresses));
        foreach (Link link in links.Where(link => link.Kind is BridgeLink))
            lines.AddRange(Describe(link, addresses));
        lines.Add($"{DescribeOverlay(netlink)} of the overlay");

        var pods = new List<TopologyBox>();
        foreach (ClusterPod pod in node.Pods)
        {
            int? podId = node.Host.Namespace.GetId(pod.Pod.Namespace);
            ILookup<int, InterfaceAddress> podAddresses = AddressesOf(pod.Pod.Netlink);
            foreach (Link near in links.Where(link => link.ParentNamespaceId is { } id && id == podId))
            {
                Link far = pod.Pod.Netlink.Links.Get(near.ParentIndex.GetValueOrDefault());
                pods.Add(new TopologyBox($"{pod.Pod.Name} on {near.Name}", [.. Describe(far, podAddresses)]));
            }
        }

        return new TopologyNode(new TopologyBox(node.Name, lines), pods);
    }

    /// <summary>How the node knows the others.</summary>
    private static string DescribeOverlay(RouteNetlink netlink)
    {
        int routes = netlink.Routes.List().Count(route => (byte)route.Protocol.GetValueOrDefault() is OverlayRouteProtocol.Vxlan or OverlayRouteProtocol.HostGateway);
        int ends = netlink.Fdb.List().Select(entry => entry.Destination).OfType<IPAddress>().Distinct().Count();
        return ends == 0 ? $"{routes} routes" : $"{routes} routes, {ends} remote ends";
    }

    /// <summary>A link in a line, and a line for each address.</summary>
    private static IEnumerable<string> Describe(Link link, ILookup<int, InterfaceAddress> addresses)
    {
        string kind = link.Kind is VxlanLink vxlan ? $" VNI {vxlan.Vni} UDP {vxlan.Port}" : "";
        yield return $"{link.Name}{kind} MTU {link.Mtu}";
        foreach (InterfaceAddress address in addresses[link.Index])
            yield return $"  {address}";
    }

    private static ILookup<int, InterfaceAddress> AddressesOf(RouteNetlink netlink) => netlink.Addresses.List()
        .Where(address => address.Local.Address is { IsIPv6LinkLocal: false } local && !IPAddress.IsLoopback(local))
        .ToLookup(address => address.InterfaceIndex, address => address.Local);
}
