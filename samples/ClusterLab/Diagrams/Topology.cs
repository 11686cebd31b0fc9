namespace ClusterLab.Diagrams;

/// <summary>What a diagram shows, as it was read back from the kernel.</summary>
/// <param name="Title">The network in a line.</param>
/// <param name="Underlay">What connects the nodes.</param>
/// <param name="Nodes">The nodes, in their order.</param>
internal sealed record Topology(string Title, TopologyBox Underlay, IReadOnlyList<TopologyNode> Nodes);

/// <summary>A node and its pods.</summary>
internal sealed record TopologyNode(TopologyBox Box, IReadOnlyList<TopologyBox> Pods);

/// <summary>A name and what is worth knowing of it, a line each.</summary>
internal sealed record TopologyBox(string Name, IReadOnlyList<string> Lines);
