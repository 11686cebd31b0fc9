using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>Metrics that the kernel must not change: bit N stands for the metric of the number N (<c>RTAX_LOCK</c>).</summary>
[Flags]
public enum RouteMetricLocks : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The MTU is not lowered by path MTU discovery.</summary>
    Mtu = 1u << RTAX_MTU,

    /// <summary>The window.</summary>
    Window = 1u << RTAX_WINDOW,

    /// <summary>The round-trip time.</summary>
    RoundTripTime = 1u << RTAX_RTT,

    /// <summary>The variance of the round-trip time.</summary>
    RoundTripVariance = 1u << RTAX_RTTVAR,

    /// <summary>The slow start threshold.</summary>
    SlowStartThreshold = 1u << RTAX_SSTHRESH,

    /// <summary>The congestion window: without this lock the metric has no effect.</summary>
    CongestionWindow = 1u << RTAX_CWND,

    /// <summary>The advertised segment size.</summary>
    AdvertisedSegmentSize = 1u << RTAX_ADVMSS,

    /// <summary>The reordering.</summary>
    Reordering = 1u << RTAX_REORDERING,

    /// <summary>The hop limit.</summary>
    HopLimit = 1u << RTAX_HOPLIMIT,

    /// <summary>The least time before TCP repeats a segment.</summary>
    MinimumRetransmissionTimeout = 1u << RTAX_RTO_MIN,

    /// <summary>The congestion control: programs cannot choose another.</summary>
    CongestionControl = 1u << RTAX_CC_ALGO,
}
