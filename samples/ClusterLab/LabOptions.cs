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

    /// <summary>The network as the command line spells it.</summary>
    public string NetworkName => Network == LabNetwork.Vxlan ? "vxlan" : "host-gw";
}
