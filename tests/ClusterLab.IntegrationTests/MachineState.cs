using System.Diagnostics;
using Xunit;

namespace ClusterLab.IntegrationTests;

/// <summary>What of the machine a lab must leave as it was, as <c>ip</c> tells it.</summary>
internal sealed record MachineState(string Namespaces, string Links, string Journals)
{
    private const string JournalDirectory = "/run/kubenet/testing";

    public static MachineState Read() => new(
        string.Join(' ', LabNamespaces()),
        string.Join(' ', Run("ip", "-o", "link").Split('\n').Select(line => line.Split(':')).Where(parts => parts.Length > 1).Select(parts => parts[1].Trim()).Order()),
        string.Join(" ", Directory.Exists(JournalDirectory) ? Directory.GetFiles(JournalDirectory, "lab-*").Order() : Enumerable.Empty<string>()));

    /// <summary>The namespaces of labs.</summary>
    public static IReadOnlyList<string> LabNamespaces() =>
        [.. Run("ip", "netns", "list").Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.StartsWith("kn-lab-", StringComparison.Ordinal)).Order()];

    /// <summary>Runs a program that must succeed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
        return output;
    }
}
