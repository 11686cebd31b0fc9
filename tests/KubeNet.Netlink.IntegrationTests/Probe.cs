using System.Diagnostics;
using System.Runtime.CompilerServices;
using KubeNet.Netlink.IntegrationTests.Errors;
using KubeNet.Netlink.IntegrationTests.Namespaces;

namespace KubeNet.Netlink.IntegrationTests;

/// <summary>Runs a piece of a test in a fresh process: this executable again, which then runs no tests.</summary>
/// <remarks>For what happens once per process, and for what another user may do.</remarks>
internal static class Probe
{
    private const string Variable = "KUBENET_PROBE";

    /// <summary>Runs the probe of the name and returns what it printed.</summary>
    /// <param name="name">A name that <see cref="NamespaceProbes"/> or <see cref="ErrorProbes"/> knows.</param>
    /// <param name="launcher">A program that starts it, with arguments, such as setpriv.</param>
    public static string Run(string name, params string[] launcher)
    {
        string[] command = [.. launcher, Environment.ProcessPath!];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = name;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd().TrimEnd();
        return process.WaitForExit(TimeSpan.FromSeconds(60)) && process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"Probe '{name}' failed: {output} {process.StandardError.ReadToEnd()}");
    }

#pragma warning disable CA2255 // This is an executable: the initializer stands before its entry point.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void RunAndExit()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } name)
            return;
        Console.WriteLine(name.StartsWith(ErrorProbes.Prefix, StringComparison.Ordinal) ? ErrorProbes.Run(name) : NamespaceProbes.Run(name));
        Environment.Exit(0);
    }
}
