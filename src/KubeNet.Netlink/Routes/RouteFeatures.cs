using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>What TCP uses towards a destination (<c>RTAX_FEATURE_*</c>).</summary>
[Flags]
public enum RouteFeatures : uint
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>Explicit congestion notification (<c>ecn</c>).</summary>
    Ecn = RTAX_FEATURE_ECN,

    /// <summary>Selective acknowledgement; the kernel no longer looks at it.</summary>
    Sack = RTAX_FEATURE_SACK,

    /// <summary>Timestamps; the kernel no longer looks at it.</summary>
    Timestamp = RTAX_FEATURE_TIMESTAMP,

    /// <summary>A fragment header in each packet; the kernel no longer looks at it.</summary>
    AllFragments = RTAX_FEATURE_ALLFRAG,

    /// <summary>Timestamps in microseconds, since Linux 6.7 (<c>tcp_usec_ts</c>).</summary>
    MicrosecondTimestamps = RTAX_FEATURE_TCP_USEC_TS,
}
