using System.Net;
using KubeNet.Netlink.Routes;

namespace KubeNet.Tunnels.IntegrationTests;

/// <summary>
/// Nodes on one bridge, each with one pod. Node n has 192.0.2.n and 2001:db8:ff::n on <c>eth0</c>, the pod blocks 10.244.n.0/24 and
/// 2001:db8:n::/64 on <c>cni0</c>, and its pod the addresses with 2 at the end.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private readonly Machine _fabric = new();
    private readonly Machine[] _nodes;
    private readonly Machine[] _pods;

    public Cluster(int count = 3)
    {
        _fabric.AddBridge("br0");
        _nodes = new Machine[count];
        _pods = new Machine[count];
        for (int i = 0; i < count; i++)
        {
            int number = i + 1;
            Machine node = _nodes[i] = new Machine();
            Machine pod = _pods[i] = new Machine();
            node.Namespace.Sysctl.Set("net.ipv4.ip_forward", "1");
            node.Namespace.Sysctl.Set("net.ipv6.conf.all.forwarding", "1");
            node.Plug("eth0", _fabric, $"port{number}", "br0");
            node.AddAddresses("eth0", $"192.0.2.{number}/24", $"2001:db8:ff::{number}/64");
            node.AddBridge("cni0");
            node.AddAddresses("cni0", $"10.244.{number}.1/24", $"2001:db8:{number}::1/64");
            pod.Plug("eth0", node, "veth0", "cni0");
            pod.AddAddresses("eth0", $"10.244.{number}.2/24", $"2001:db8:{number}::2/64");
            pod.Netlink.Routes.Add(Route.To("0.0.0.0/0") with { Gateway = IPAddress.Parse($"10.244.{number}.1") });
            pod.Netlink.Routes.Add(Route.To("::/0") with { Gateway = IPAddress.Parse($"2001:db8:{number}::1") });
        }
    }

    public int Count => _nodes.Length;

    public Machine Node(int number) => _nodes[number - 1];

    public Machine Pod(int number) => _pods[number - 1];

    /// <summary>A node as its peers see it; IPv6 first where the tunnel is to go over IPv6.</summary>
    public static OverlayNode Describe(int number, bool isIPv6First = false)
    {
        string[] addresses = [$"192.0.2.{number}", $"2001:db8:ff::{number}"];
        return OverlayNode.Parse($"node-{number}", isIPv6First ? [addresses[1], addresses[0]] : addresses, [$"10.244.{number}.0/24", $"2001:db8:{number}::/64"]);
    }

    public static IEnumerable<OverlayNode> PeersOf(int number, int count, bool isIPv6First = false) =>
        Enumerable.Range(1, count).Where(other => other != number).Select(other => Describe(other, isIPv6First));

    public void ApplyEverywhere(Func<int, Overlay> overlay, bool isIPv6First = false)
    {
        for (int number = 1; number <= Count; number++)
        {
            overlay(number).Apply(Node(number).Netlink, PeersOf(number, Count, isIPv6First));
        }
    }

    /// <summary>Whether each pod reaches each other pod with both families.</summary>
    public async Task AssertAllPodsReachOneAnother()
    {
        for (int from = 1; from <= Count; from++)
        {
            for (int to = 1; to <= Count; to++)
            {
                if (from != to)
                {
                    Assert.True(await Pod(from).PingsAsync($"10.244.{to}.2"), $"IPv4 from {from} to {to}");
                    Assert.True(await Pod(from).PingsAsync($"2001:db8:{to}::2"), $"IPv6 from {from} to {to}");
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (Machine machine in (IEnumerable<Machine>)[.. _pods, .. _nodes, _fabric])
        {
            machine.Dispose();
        }
    }
}
