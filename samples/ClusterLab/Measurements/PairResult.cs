using System.Net.Sockets;
using KubeNet.Testing.Probes;

namespace ClusterLab.Measurements;

/// <summary>One pod asked another.</summary>
internal sealed record PairResult(ClusterPod From, ClusterPod To, AddressFamily Family, PingResult Ping)
{
    public bool IsOk => Ping.IsSuccess;

    /// <summary>The family as people write it.</summary>
    public string FamilyName => NameOf(Family);

    public static string NameOf(AddressFamily family) => family == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4";
}
