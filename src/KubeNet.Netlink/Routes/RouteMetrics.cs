using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>What TCP and IP take from a route instead of finding it out (<c>RTA_METRICS</c>, <c>RTAX_*</c>).</summary>
[NetlinkRecord]
public sealed partial record RouteMetrics
{
    /// <summary>Those that the kernel must not change (<c>RTAX_LOCK</c>): <c>mtu lock 1400</c>.</summary>
    [NetlinkAttribute(RTAX_LOCK)]
    public RouteMetricLocks? Locks { get; init; }

    /// <summary>Bytes of the largest packet (<c>RTAX_MTU</c>, <c>mtu</c>); the kernel takes at most 65,535.</summary>
    [NetlinkAttribute(RTAX_MTU)]
    public uint? Mtu { get; init; }

    /// <summary>Bytes of the largest window that is advertised (<c>RTAX_WINDOW</c>, <c>window</c>).</summary>
    [NetlinkAttribute(RTAX_WINDOW)]
    public uint? Window { get; init; }

    /// <summary>The first guess of the round-trip time, in eighths of a millisecond (<c>RTAX_RTT</c>, <c>rtt</c>).</summary>
    [NetlinkAttribute(RTAX_RTT)]
    public uint? RoundTripTime { get; init; }

    /// <summary>The first guess of its variance, in quarters of a millisecond (<c>RTAX_RTTVAR</c>, <c>rttvar</c>).</summary>
    [NetlinkAttribute(RTAX_RTTVAR)]
    public uint? RoundTripVariance { get; init; }

    /// <summary>The slow start threshold, in segments (<c>RTAX_SSTHRESH</c>, <c>ssthresh</c>).</summary>
    [NetlinkAttribute(RTAX_SSTHRESH)]
    public uint? SlowStartThreshold { get; init; }

    /// <summary>The largest congestion window, in segments, if it is locked (<c>RTAX_CWND</c>, <c>cwnd</c>).</summary>
    [NetlinkAttribute(RTAX_CWND)]
    public uint? CongestionWindow { get; init; }

    /// <summary>Bytes of the largest segment that is advertised (<c>RTAX_ADVMSS</c>, <c>advmss</c>).</summary>
    [NetlinkAttribute(RTAX_ADVMSS)]
    public uint? AdvertisedSegmentSize { get; init; }

    /// <summary>How far packets may be out of order, in segments (<c>RTAX_REORDERING</c>, <c>reordering</c>).</summary>
    [NetlinkAttribute(RTAX_REORDERING)]
    public uint? Reordering { get; init; }

    /// <summary>The hop limit, or time to live, of packets, 0 to 255 (<c>RTAX_HOPLIMIT</c>, <c>hoplimit</c>).</summary>
    [NetlinkAttribute(RTAX_HOPLIMIT)]
    public uint? HopLimit { get; init; }

    /// <summary>The first congestion window, in segments (<c>RTAX_INITCWND</c>, <c>initcwnd</c>).</summary>
    [NetlinkAttribute(RTAX_INITCWND)]
    public uint? InitialCongestionWindow { get; init; }

    /// <summary>What is used towards the destination (<c>RTAX_FEATURES</c>, <c>features</c>).</summary>
    [NetlinkAttribute(RTAX_FEATURES)]
    public RouteFeatures? Features { get; init; }

    /// <summary>The least time before TCP repeats a segment, in milliseconds (<c>RTAX_RTO_MIN</c>, <c>rto_min</c>).</summary>
    [NetlinkAttribute(RTAX_RTO_MIN)]
    public uint? MinimumRetransmissionTimeout { get; init; }

    /// <summary>The first receive window, in segments (<c>RTAX_INITRWND</c>, <c>initrwnd</c>).</summary>
    [NetlinkAttribute(RTAX_INITRWND)]
    public uint? InitialReceiveWindow { get; init; }

    /// <summary>Whether TCP acknowledges at once: 1, or 0 (<c>RTAX_QUICKACK</c>, <c>quickack</c>).</summary>
    [NetlinkAttribute(RTAX_QUICKACK)]
    public uint? QuickAcknowledgement { get; init; }

    /// <summary>The congestion control by name: <c>cubic</c> (<c>RTAX_CC_ALGO</c>, <c>congctl</c>).</summary>
    [NetlinkAttribute(RTAX_CC_ALGO)]
    public string? CongestionControl { get; init; }

    /// <summary>Whether TCP Fast Open goes without a cookie: 1, or 0 (<c>RTAX_FASTOPEN_NO_COOKIE</c>, <c>fastopen_no_cookie</c>).</summary>
    [NetlinkAttribute(RTAX_FASTOPEN_NO_COOKIE)]
    public uint? FastOpenWithoutCookie { get; init; }
}
