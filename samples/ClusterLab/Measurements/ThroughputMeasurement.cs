using System.Net.Sockets;
using KubeNet.Testing.Probes;

namespace ClusterLab.Measurements;

/// <summary>What TCP carried from one pod to another.</summary>
internal sealed record ThroughputMeasurement(ClusterPod From, ClusterPod To, AddressFamily Family, ThroughputResult Result)
{
    /// <summary>Measures from the first pod to the last, which is on another node if there is one.</summary>
    public static async Task<IReadOnlyList<ThroughputMeasurement>> RunAsync(Cluster cluster, IReadOnlyList<AddressFamily> families, CancellationToken cancellationToken)
    {
        ClusterPod from = cluster.Pods.First();
        ClusterPod to = cluster.Pods.Last();
        var measurements = new List<ThroughputMeasurement>();
        foreach (AddressFamily family in families)
        {
            ThroughputResult result = await from.Pod.MeasureThroughputAsync(to.Pod, to.AddressOf(family), cancellationToken: cancellationToken);
            measurements.Add(new ThroughputMeasurement(from, to, family, result));
        }

        return measurements;
    }
}
