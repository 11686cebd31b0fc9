using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>Reported: how a route is used (<c>RTA_CACHEINFO</c>, <c>struct rta_cacheinfo</c>).</summary>
public sealed record RouteCacheInfo : INetlinkValue<RouteCacheInfo>
{
    /// <summary>Ticks per second towards user space (<c>USER_HZ</c>), the same on all machines that .NET runs on.</summary>
    private const int TicksPerSecond = 100;

    /// <summary>How many hold it (<c>rta_clntref</c>).</summary>
    public uint References { get; init; }

    /// <summary>How long ago it was last used (<c>rta_lastuse</c>).</summary>
    public TimeSpan LastUse { get; init; }

    /// <summary>When it ends, from now on (<c>rta_expires</c>); null is never.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>The error that its packets meet, positive or negative as the kernel has it; 0 is none (<c>rta_error</c>).</summary>
    public int Error { get; init; }

    /// <summary>How often it was used (<c>rta_used</c>).</summary>
    public uint Used { get; init; }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> value, [MaybeNullWhen(false)] out RouteCacheInfo result)
    {
        Span<rta_cacheinfo> info = stackalloc rta_cacheinfo[1];
        info.Clear();
        Span<byte> bytes = MemoryMarshal.AsBytes(info);
        value[..Math.Min(value.Length, bytes.Length)].CopyTo(bytes);
        result = new RouteCacheInfo
        {
            References = info[0].rta_clntref,
            LastUse = FromTicks(info[0].rta_lastuse),
            ExpiresIn = info[0].rta_expires == 0 ? null : FromTicks(info[0].rta_expires),
            Error = unchecked((int)info[0].rta_error),
            Used = info[0].rta_used,
        };
        return true;
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        var info = new rta_cacheinfo
        {
            rta_clntref = References,
            rta_lastuse = (uint)ToTicks(LastUse),
            rta_expires = (int)ToTicks(ExpiresIn ?? TimeSpan.Zero),
            rta_error = unchecked((uint)Error),
            rta_used = Used,
        };
        MemoryMarshal.Write(writer.WriteHeader(Unsafe.SizeOf<rta_cacheinfo>()), in info);
    }

    private static TimeSpan FromTicks(long ticks) => TimeSpan.FromTicks(ticks * (TimeSpan.TicksPerSecond / TicksPerSecond));

    private static long ToTicks(TimeSpan time) => time.Ticks / (TimeSpan.TicksPerSecond / TicksPerSecond);
}
