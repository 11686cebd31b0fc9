using System.ComponentModel;
using System.Diagnostics;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Starts programs inside a namespace by forking there.</summary>
internal static class NamespaceProcess
{
    /// <summary>A path below a file that is no directory can never exist.</summary>
    private const string NoProgram = "/dev/null/none";

    private static readonly Lazy<bool> s_prepared = new(Prepare);

    internal static Process Start(NetworkNamespace target, ProcessStartInfo startInfo)
    {
        _ = s_prepared.Value;
        return InvokeThread<Process>.Invoke(target.Handle, target.Description, () => Process.Start(startInfo)!);
    }

    /// <summary>
    /// The first start of a process makes the runtime's thread for signals, which must be born at home. A start that fails
    /// for want of a program does all that a start does before it forks.
    /// </summary>
    private static bool Prepare()
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(NoProgram));
            return process is null;
        }
        catch (Win32Exception)
        {
            return true;
        }
    }
}
