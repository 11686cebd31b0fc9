using System.Net;
using KubeNet.Netlink;

namespace ClusterLab;

/// <summary>Which addresses nodes and pods have. Nodes and pods are counted from 1.</summary>
internal static class AddressPlan
{
    public const int MaximumNodes = 64;
    public const int MaximumPods = 64;

    /// <summary>Pods in all; each asks each other one.</summary>
    public const int MaximumPodsOfCluster = 256;

    /// <summary>The underlay address of a node: <c>172.30.0.N/24</c>.</summary>
    public static InterfaceAddress NodeIPv4(int node) => new(new IPAddress([172, 30, 0, (byte)node]), 24);

    /// <summary>The underlay address of a node: <c>fd30::N/64</c>.</summary>
    public static InterfaceAddress NodeIPv6(int node) => new(IPv6(0xfd30, 0, node), 64);

    /// <summary>The block of pod addresses of a node: <c>10.244.N.0/24</c>.</summary>
    public static IPNetwork PodBlockIPv4(int node) => new(new IPAddress([10, 244, (byte)node, 0]), 24);

    /// <summary>The block of pod addresses of a node: <c>fd44:N::/64</c>.</summary>
    public static IPNetwork PodBlockIPv6(int node) => new(IPv6(0xfd44, node, 0), 64);

    /// <summary>The address of a pod: the first of its node's block is the gateway's.</summary>
    public static InterfaceAddress PodIPv4(int node, int pod) => new(new IPAddress([10, 244, (byte)node, (byte)(pod + 1)]), 24);

    /// <summary>The address of a pod: the first of its node's block is the gateway's.</summary>
    public static InterfaceAddress PodIPv6(int node, int pod) => new(IPv6(0xfd44, node, pod + 1), 64);

    /// <summary>The pods' gateway on a node: <c>10.244.N.1/24</c>.</summary>
    public static InterfaceAddress GatewayIPv4(int node) => PodIPv4(node, 0);

    /// <summary>The pods' gateway on a node: <c>fd44:N::1/64</c>.</summary>
    public static InterfaceAddress GatewayIPv6(int node) => PodIPv6(node, 0);

    private static IPAddress IPv6(int first, int second, int last) =>
        new([(byte)(first >> 8), (byte)first, (byte)(second >> 8), (byte)second, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(last >> 8), (byte)last]);
}
