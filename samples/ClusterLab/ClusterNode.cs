using KubeNet.Testing.Hosts;
using KubeNet.Tunnels;

namespace ClusterLab;

/// <summary>A node of the cluster.</summary>
/// <param name="Host">The host, with its network namespace.</param>
/// <param name="Overlay">The node as its peers are told of it.</param>
/// <param name="Pods">Its pods.</param>
internal sealed record ClusterNode(VirtualHost Host, OverlayNode Overlay, IReadOnlyList<ClusterPod> Pods)
{
    public string Name => Host.Name;
}
