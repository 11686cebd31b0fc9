using System.Net;
using System.Net.Sockets;
using KubeNet.Testing.Hosts;

namespace ClusterLab;

/// <summary>A pod of the cluster.</summary>
/// <param name="Node">The name of its node.</param>
/// <param name="Pod">The pod.</param>
internal sealed record ClusterPod(string Node, Pod Pod)
{
    /// <summary>What it is called in all that is printed: <c>node-1/pod-2</c>.</summary>
    public string Name { get; } = $"{Node}/{Pod.Name}";

    /// <summary>Its address of a family.</summary>
    public IPAddress AddressOf(AddressFamily family) => Pod.Addresses.First(address => address.Address.AddressFamily == family).Address;
}
