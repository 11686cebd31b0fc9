using System.Diagnostics;
using System.Net;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Probes;

namespace KubeNet.Testing.IntegrationTests;

// Two namespaces and a veth pair: left 10.0.0.1 and fd00::1, right 10.0.0.2 and fd00::2, both devices named eth0. Made with ip(8), the oracle.
internal sealed class Wire : IDisposable
{
    public static readonly IPAddress LeftAddress = IPAddress.Parse("10.0.0.1");
    public static readonly IPAddress RightAddress = IPAddress.Parse("10.0.0.2");
    public static readonly IPAddress LeftAddress6 = IPAddress.Parse("fd00::1");
    public static readonly IPAddress RightAddress6 = IPAddress.Parse("fd00::2");

    private static int s_count;

    private Wire()
    {
        int number = Interlocked.Increment(ref s_count);
        Left = NetworkNamespace.Create($"kt{Environment.ProcessId}-{number}l");
        Right = NetworkNamespace.Create($"kt{Environment.ProcessId}-{number}r");
        InLeft($"link add eth0 type veth peer name eth0 netns {Right.Name}");
        InLeft("link set lo up", "link set eth0 up");
        InRight("link set lo up", "link set eth0 up", "address add 10.0.0.2/24 dev eth0", "address add fd00::2/64 dev eth0 nodad");
        InLeft("address add 10.0.0.1/24 dev eth0", "address add fd00::1/64 dev eth0 nodad");
    }

    // The kernel activates a device's queue some time after its carrier came, and drops what is sent until then.
    public static async Task<Wire> CreateAsync()
    {
        var wire = new Wire();
        var options = new PingOptions { Timeout = TimeSpan.FromMilliseconds(100), Attempts = 100 };
        foreach (IPAddress address in (IPAddress[])[RightAddress, RightAddress6])
        {
            PingResult result = await PingProbe.PingAsync(wire.Left, address, options);
            if (result.IsSuccess)
                continue;
            wire.Dispose();
            throw new InvalidOperationException(result.ToString());
        }
        return wire;
    }

    public NetworkNamespace Left { get; }

    public NetworkNamespace Right { get; }

    public void InLeft(params string[] commands) => Ip(Left, commands);

    public void InRight(params string[] commands) => Ip(Right, commands);

    public void Dispose()
    {
        NetworkNamespace.TryDelete(Left.Name!);
        NetworkNamespace.TryDelete(Right.Name!);
        Left.Dispose();
        Right.Dispose();
    }

    private static void Ip(NetworkNamespace ns, string[] commands)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", ["-n", ns.Name!, "-batch", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(string.Join('\n', commands) + "\n");
        process.StandardInput.Close();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"ip {string.Join("; ", commands)}: {error}");
    }
}
