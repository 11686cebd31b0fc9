using System.Runtime;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Keeps the garbage collector from starting its background thread while a thread is in a foreign namespace.</summary>
/// <remarks>
/// The thread of background collections is made once per process, by whichever thread triggers the first such
/// collection, and inherits that thread's namespace for good. Once one has been made there is nothing left to prevent.
/// </remarks>
internal static class BackgroundCollections
{
    private static readonly Lock s_gate = new();
    private static int s_suspensions;
    private static bool s_threadExists;
    private static GCLatencyMode? s_before;

    /// <summary>Forbids them until <see cref="Resume"/>; calls nest.</summary>
    internal static void Suspend()
    {
        lock (s_gate)
        {
            if (s_suspensions++ > 0 || ThreadExists())
                return;

            // Batch is the one mode that never collects in the background; the low-latency modes are left as they are
            // found when they cannot be left (a no-GC region) or do so already.
            GCLatencyMode mode = GCSettings.LatencyMode;
            if (mode is not (GCLatencyMode.Interactive or GCLatencyMode.SustainedLowLatency))
                return;
            GCSettings.LatencyMode = GCLatencyMode.Batch;
            s_before = mode;
        }
    }

    /// <summary>Allows them again when no other suspension is left.</summary>
    internal static void Resume()
    {
        lock (s_gate)
        {
            if (--s_suspensions > 0 || s_before is not { } before)
                return;
            s_before = null;

            // Somebody who changed the mode meanwhile meant it.
            if (GCSettings.LatencyMode == GCLatencyMode.Batch)
                GCSettings.LatencyMode = before;
        }
    }

    private static bool ThreadExists() => s_threadExists || (s_threadExists = GC.GetGCMemoryInfo(GCKind.Background).Index != 0);
}
