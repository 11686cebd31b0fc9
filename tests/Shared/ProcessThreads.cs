using System.Diagnostics;

namespace KubeNet.Tests.Shared;

/// <summary>The threads of this process, as the kernel sees them.</summary>
internal static class ProcessThreads
{
    /// <summary>The compiler's worker may be born inside Invoke; it ends after four idle seconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private static readonly string s_home = new FileInfo("/proc/self/ns/net").LinkTarget!;

    /// <summary>The names of all threads, cut to 15 bytes as the kernel keeps them.</summary>
    public static List<string> Names()
    {
        var names = new List<string>();
        foreach (string task in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                names.Add(File.ReadAllText(task + "/comm").Trim());
            }
            catch (IOException)
            {
                // The thread has ended.
            }
        }

        return names;
    }

    /// <summary>Threads that are away, as "name (tid) in net:[…]".</summary>
    public static List<string> Away()
    {
        var away = new List<string>();
        foreach (string task in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                string? place = new FileInfo(task + "/ns/net").LinkTarget;
                if (place is not null && place != s_home)
                    away.Add($"{File.ReadAllText(task + "/comm").Trim()} ({Path.GetFileName(task)}) in {place}");
            }
            catch (IOException)
            {
                // The thread has ended.
            }
        }

        return away;
    }

    /// <summary>Those that are still away after a while.</summary>
    public static List<string> AwaitHome()
    {
        long start = Stopwatch.GetTimestamp();
        List<string> away = Away();
        while (away.Count > 0 && Stopwatch.GetElapsedTime(start) < s_patience)
        {
            Thread.Yield();
            away = Away();
        }

        return away;
    }
}
