using System.Net;

namespace KubeNet.Netlink.Bench;

/// <summary>What the harness says about the namespace that it prepared.</summary>
internal static class BenchEnvironment
{
    public static string Device => Get("BENCH_DEV", "v0");

    public static IPAddress Gateway => IPAddress.Parse(Get("BENCH_GW", "198.18.0.2"));

    public static string VxlanDevice => Get("BENCH_VXLAN", "vx0");

    public static string OtherNamespace => Get("BENCH_NETNS2", "");

    /// <summary>Bytes of the event socket's receive buffer; null for the default.</summary>
    public static int? ReceiveBuffer =>
        int.TryParse(Get("BENCH_RCVBUF", "0"), out int bytes) && bytes > 0 ? bytes : null;

    private static string Get(string name, string value) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? given : value;
}
