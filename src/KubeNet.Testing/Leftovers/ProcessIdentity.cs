using System.Globalization;

namespace KubeNet.Testing.Leftovers;

/// <summary>What tells a process from every other, those included that will have its number: proc_pid_stat(5), field 22.</summary>
/// <param name="ProcessId">Process id, as seen in the PID namespace.</param>
/// <param name="StartTime">Clock ticks from the machine's start to that of the process.</param>
/// <param name="BootId">Of the machine's start (<c>/proc/sys/kernel/random/boot_id</c>).</param>
/// <param name="PidNamespace">Of the numbers (<c>/proc/self/ns/pid</c>).</param>
internal sealed record ProcessIdentity(int ProcessId, long StartTime, string BootId, string PidNamespace)
{
    private const int StartTimeField = 22;

    public static ProcessIdentity Current { get; } = new(
        Environment.ProcessId,
        TryReadStartTime(Environment.ProcessId) ?? throw new IOException("Cannot read /proc/self/stat: /proc must be mounted."),
        File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(),
        File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name ?? string.Empty);

    /// <summary>Whether the process was of an earlier start of the machine, which left nothing in the kernel.</summary>
    public bool IsOfEarlierBoot => BootId != Current.BootId;

    /// <summary>
    /// Whether the process is known to have ended. Of one in another container that cannot be told, and it counts as alive.
    /// </summary>
    public bool IsGone => IsOfEarlierBoot || (PidNamespace == Current.PidNamespace && TryReadStartTime(ProcessId) != StartTime);

    // Null: there is no such process, or it has ended and only its parent has not looked yet.
    private static long? TryReadStartTime(int processId)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
        return ParseStartTime(stat, hasOtherThreads: HasOtherThreads(processId));
    }

    // A process that is killed shows as a zombie once its first thread is dead. Another may still be in a system call, and
    // finish making what it was about to make.
    private static bool HasOtherThreads(int processId)
    {
        try
        {
            return Directory.GetFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/task")).Length > 1;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The start time in a line of <c>/proc/PID/stat</c>; null if the process has ended or the line is none.</summary>
    /// <param name="stat">The line.</param>
    /// <param name="hasOtherThreads">Whether more of the process is there than the thread that the line is about.</param>
    internal static long? ParseStartTime(ReadOnlySpan<char> stat, bool hasOtherThreads = false)
    {
        // The second field is a name in parentheses, in which anything may stand.
        int end = stat.LastIndexOf(')');
        if (end < 0 || end + 2 >= stat.Length || (stat[end + 2] is 'Z' or 'X' && !hasOtherThreads))
            return null;
        int field = 2;
        foreach (Range part in stat[(end + 2)..].Split(' '))
        {
            if (++field == StartTimeField)
                return long.TryParse(stat[(end + 2)..][part], NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
        }
        return null;
    }
}
