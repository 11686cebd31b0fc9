using System.Diagnostics;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Tests.Shared;

/// <summary>Programs in a network namespace, such as <c>ip</c>, whose word stands against ours.</summary>
internal static class NamespacePrograms
{
    /// <summary>Runs a program inside and gives what it wrote. It must succeed.</summary>
    public static string Run(this NetworkNamespace network, string program, string arguments)
    {
        using Process process = network.StartProcess(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Xunit.Assert.True(process.ExitCode == 0, $"{program} {arguments}: {error}");
        return output;
    }
}
