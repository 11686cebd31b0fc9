using System.Diagnostics;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Hosts;

// What ip(8) shows of the machine's own network, of our namespaces, and of their journals.
internal sealed record MachineState(string Links, IReadOnlyList<string> Namespaces, IReadOnlyList<string> Journals)
{
    private const string JournalDirectory = "/run/kubenet/testing";

    public static MachineState Read() => new(
        Ip("-br", "link"),
        [.. Ip("netns", "list").Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.StartsWith("kn-", StringComparison.Ordinal))],
        Directory.Exists(JournalDirectory) ? Directory.GetFiles(JournalDirectory) : []);

    public void AssertEquals(MachineState before)
    {
        Assert.Equal(before.Links, Links);
        Assert.Equal(before.Namespaces, Namespaces);
        Assert.Equal(before.Journals, Journals);
    }

    private static string Ip(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ip failed with {process.ExitCode}");
    }
}
