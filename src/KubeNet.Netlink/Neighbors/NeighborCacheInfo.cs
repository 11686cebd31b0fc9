using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Neighbors;

/// <summary>Ages of an entry, as the kernel reports them (<c>struct nda_cacheinfo</c>, <c>NDA_CACHEINFO</c>). They have a resolution of 10 ms.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct NeighborCacheInfo
{
    // The kernel counts in USER_HZ, which is 100 on each architecture that .NET runs on.
    private const long TimeSpanTicksPerUnit = TimeSpan.TicksPerSecond / 100;

    private readonly uint _confirmed;
    private readonly uint _used;
    private readonly uint _updated;

    /// <summary>Time since it was last known to be reachable (<c>ndm_confirmed</c>); zero for FDB entries.</summary>
    public TimeSpan SinceConfirmed => new(_confirmed * TimeSpanTicksPerUnit);

    /// <summary>Time since it was last used (<c>ndm_used</c>).</summary>
    public TimeSpan SinceUsed => new(_used * TimeSpanTicksPerUnit);

    /// <summary>Time since it last changed (<c>ndm_updated</c>).</summary>
    public TimeSpan SinceUpdated => new(_updated * TimeSpanTicksPerUnit);

    /// <summary>What in the kernel holds on to the entry, less the table itself (<c>ndm_refcnt</c>).</summary>
    public uint References { get; }
}
