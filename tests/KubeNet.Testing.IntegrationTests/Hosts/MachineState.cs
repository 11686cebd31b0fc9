using System.Diagnostics;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Hosts;

// What ip(8) shows of the machine's own network, and what there is of ours. Other programs may have networks at the same time.
internal static class MachineState
{
    public static string ReadLinks() => Ip("-br", "link");

    public static string[] NamespacesOf(string network) =>
        [.. Ip("netns", "list").Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.StartsWith($"kn-{network}-", StringComparison.Ordinal))];

    public static string JournalOf(string network) => $"/run/kubenet/testing/{network}.json";

    public static void AssertGone(string network)
    {
        Assert.Empty(NamespacesOf(network));
        Assert.False(File.Exists(JournalOf(network)));
    }

    private static string Ip(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ip failed with {process.ExitCode}");
    }
}
