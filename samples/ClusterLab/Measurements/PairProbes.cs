using System.Net.Sockets;
using KubeNet.Testing.Probes;

namespace ClusterLab.Measurements;

/// <summary>
/// Has each pod ping each other one, in each family. The pings are as large as the pods' MTU, and no router may fragment them:
/// an answer shows that the MTU was worked out right, too.
/// </summary>
internal static class PairProbes
{
    // More would measure how they wait for one another.
    private const int AtOnce = 4;

    private const int IcmpHeader = 8;
    private const int IPv4Header = 20;
    private const int IPv6Header = 40;

    public static async Task<IReadOnlyList<PairResult>> RunAsync(Cluster cluster, IReadOnlyList<AddressFamily> families, CancellationToken cancellationToken)
    {
        ClusterPod[] pods = [.. cluster.Pods];
        var probes = new Dictionary<(ClusterPod Pod, AddressFamily Family), PingProbe>();
        try
        {
            foreach (AddressFamily family in families)
            {
                foreach (ClusterPod pod in pods)
                    probes.Add((pod, family), PingProbe.Open(pod.Pod.Namespace, OptionsOf(family, cluster.PodMtu)));
            }

            // What the first ping of a program takes, it takes for being the first.
            await Task.WhenAll(probes.Select(probe => probe.Value.SendAsync(probe.Key.Pod.AddressOf(probe.Key.Family), cancellationToken)));

            (ClusterPod From, ClusterPod To, AddressFamily Family)[] pairs =
                [.. from family in families from source in pods from target in pods where source != target select (source, target, family)];
            var results = new PairResult[pairs.Length];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, pairs.Length, parallel, async (i, cancelled) =>
            {
                (ClusterPod from, ClusterPod to, AddressFamily family) = pairs[i];
                PingResult ping = await probes[(from, family)].SendAsync(to.AddressOf(family), cancelled);
                results[i] = new PairResult(from, to, family, ping);
            });
            return results;
        }
        finally
        {
            foreach (PingProbe probe in probes.Values)
                await probe.DisposeAsync();
        }
    }

    private static PingOptions OptionsOf(AddressFamily family, int mtu) => new()
    {
        Attempts = 3,
        DontFragment = true,
        PayloadLength = mtu - IcmpHeader - (family == AddressFamily.InterNetworkV6 ? IPv6Header : IPv4Header),
    };
}
