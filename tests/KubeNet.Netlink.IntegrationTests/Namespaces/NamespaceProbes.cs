using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime;
using KubeNet.Netlink.Namespaces;
using KubeNet.Tests.Shared;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

/// <summary>What the tests of namespaces run in a process of its own; see <see cref="Probe"/>.</summary>
internal static class NamespaceProbes
{
    public const string BackgroundCollection = "background-collection";
    public const string RawCalls = "raw-calls";
    public const string Create = "create";
    public const string CreateUnnamed = "create-unnamed";
    public const string StartProcess = "start-process";

    public static string Run(string name) => name switch
    {
        BackgroundCollection => CollectInside(),
        RawCalls => CallOften(),
        Create => Refusal(() => NetworkNamespace.Create("kn-test-refused")),
        CreateUnnamed => Refusal(NetworkNamespace.CreateUnnamed),
        StartProcess => StartPrograms(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>The first background collections of the process are asked for inside, and again at home.</summary>
    private static string CollectInside()
    {
        // A small heap is collected in the foreground whatever is asked.
        byte[][] ballast = [.. Enumerable.Range(0, 4000).Select(_ => new byte[20_000])];
        using NetworkNamespace inside = NetworkNamespace.CreateUnnamed();
        inside.Invoke(CollectInBackground);
        string away = string.Join(", ", ProcessThreads.Away());
        bool keptOut = GC.GetGCMemoryInfo(GCKind.Background).Index == 0;
        SpinWait.SpinUntil(
            () =>
            {
                CollectInBackground();
                return GC.GetGCMemoryInfo(GCKind.Background).Index != 0;
            },
            TimeSpan.FromSeconds(20));
        away += string.Join(", ", ProcessThreads.Away().Where(thread => thread.Contains("BGC", StringComparison.Ordinal)));
        GC.KeepAlive(ballast);
        bool happened = GC.GetGCMemoryInfo(GCKind.Background).Index != 0;
        return $"none inside: {keptOut}, then at home: {happened}, mode: {GCSettings.LatencyMode}, away: [{away}]";
    }

    private static void CollectInBackground()
    {
        for (int i = 0; i < 50; i++)
            GC.Collect(2, GCCollectionMode.Forced, blocking: false);
    }

    /// <summary>Many raw calls from a cold start, looking for strays while they run.</summary>
    private static string CallOften()
    {
        var strays = new List<string>();
        using NetworkNamespace inside = NetworkNamespace.CreateUnnamed();
        for (int i = 0; i < 300; i++)
        {
            using NetworkNamespace made = NetworkNamespace.CreateUnnamed();
            using Socket socket = made.OpenSocket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            made.Sysctl.Set("net.ipv4.ip_forward", made.Sysctl.Get("net.ipv4.ip_forward"));
            strays.AddRange(ProcessThreads.Away());
        }

        return string.Join(", ", strays);
    }

    private static string StartPrograms()
    {
        var strays = new List<string>();
        for (int i = 0; i < 40; i++)
        {
            using NetworkNamespace made = NetworkNamespace.CreateUnnamed();
            using Process process = made.StartProcess(new ProcessStartInfo("true"));
            process.WaitForExit();
            strays.AddRange(ProcessThreads.Away());
        }

        return string.Join(", ", strays);
    }

    private static string Refusal(Func<NetworkNamespace> create)
    {
        try
        {
            using NetworkNamespace made = create();
            return "made " + made;
        }
        catch (NetworkNamespaceException exception)
        {
            return exception.Message;
        }
    }
}
