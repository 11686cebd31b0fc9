using System.Net.Sockets;
using KubeNet.Tunnels;

namespace ClusterLab;

/// <summary>How pods of different nodes reach one another.</summary>
internal enum LabNetwork
{
    /// <summary>A VXLAN device a node, with a permanent neighbour, an FDB entry and a route for each other node.</summary>
    Vxlan,

    /// <summary>A route a node, through the other node's underlay address.</summary>
    HostGateway,
}

/// <summary>What the user asked for.</summary>
internal sealed record LabOptions
{
    public LabNetwork Network { get; init; } = LabNetwork.Vxlan;

    /// <summary>Virtual nodes, 1 to <see cref="AddressPlan.MaximumNodes"/>.</summary>
    public int Nodes { get; init; } = 3;

    /// <summary>Pods on each node, 1 to <see cref="AddressPlan.MaximumPods"/>.</summary>
    public int Pods { get; init; } = 2;

    public bool UsesIPv4 { get; init; } = true;

    public bool UsesIPv6 { get; init; }

    /// <summary>MTU of the underlay in bytes.</summary>
    public int Mtu { get; init; } = 1500;

    public bool MeasuresThroughput { get; init; }

    public bool PrintsJson { get; init; }

    /// <summary>Whether the cluster is left standing.</summary>
    public bool Keeps { get; init; }

    /// <summary>The address families of the pods.</summary>
    public IReadOnlyList<AddressFamily> Families =>
        [.. UsesIPv4 ? [AddressFamily.InterNetwork] : Array.Empty<AddressFamily>(), .. UsesIPv6 ? [AddressFamily.InterNetworkV6] : Array.Empty<AddressFamily>()];

    /// <summary>The families in words.</summary>
    public string FamilyNames => (UsesIPv4, UsesIPv6) switch
    {
        (true, true) => "dual-stack",
        (true, false) => "IPv4",
        _ => "IPv6",
    };

    /// <summary>The least MTU of the underlay, in bytes, that leaves IPv6 pods the 1280 that they need (RFC 8200 §5).</summary>
    public int LeastMtu => (Network, UsesIPv4, UsesIPv6) switch
    {
        (LabNetwork.Vxlan, true, true) => TunnelMtu.MinimumIPv6 + Encapsulation.VxlanOverIPv4.Overhead,
        (LabNetwork.Vxlan, false, true) => TunnelMtu.MinimumIPv6 + Encapsulation.VxlanOverIPv6.Overhead,
        _ => TunnelMtu.MinimumIPv6,
    };

    /// <summary>The network as the command line spells it.</summary>
    public string NetworkName => Network == LabNetwork.Vxlan ? "vxlan" : "host-gw";
}
