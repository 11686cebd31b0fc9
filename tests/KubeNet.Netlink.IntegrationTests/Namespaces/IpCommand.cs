using System.Diagnostics;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

/// <summary>iproute2's <c>ip</c>, which says what others think of a namespace.</summary>
internal static class IpCommand
{
    /// <summary>Runs <c>ip</c> with the arguments, split at blanks, and returns what it printed.</summary>
    public static string Run(string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ip {arguments}: {error}");
    }
}
