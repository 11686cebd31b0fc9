using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>States and wishes of a route (<c>rtm_flags</c>). A request carries <see cref="OnLink"/> and <see cref="Pervasive"/>; the kernel reports the others.</summary>
[Flags]
public enum RouteFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The link is down (<c>RTNH_F_DEAD</c>).</summary>
    Dead = RTNH_F_DEAD,

    /// <summary>The kernel looks the gateway up recursively (<c>RTNH_F_PERVASIVE</c>).</summary>
    Pervasive = RTNH_F_PERVASIVE,

    /// <summary>The gateway is on the link, though no prefix says so (<c>RTNH_F_ONLINK</c>, <c>onlink</c>).</summary>
    OnLink = RTNH_F_ONLINK,

    /// <summary>The next hop is in hardware (<c>RTNH_F_OFFLOAD</c>).</summary>
    NextHopOffloaded = RTNH_F_OFFLOAD,

    /// <summary>The link has no carrier (<c>RTNH_F_LINKDOWN</c>).</summary>
    LinkDown = RTNH_F_LINKDOWN,

    /// <summary>A multicast route whose source is not known yet (<c>RTNH_F_UNRESOLVED</c>).</summary>
    Unresolved = RTNH_F_UNRESOLVED,

    /// <summary>The hardware hands its packets to the kernel (<c>RTNH_F_TRAP</c>).</summary>
    NextHopTrapped = RTNH_F_TRAP,

    /// <summary>Made by a look-up (<c>RTM_F_CLONED</c>).</summary>
    Cloned = RTM_F_CLONED,

    /// <summary>A prefix that was advertised (<c>RTM_F_PREFIX</c>).</summary>
    Prefix = RTM_F_PREFIX,

    /// <summary>The route is in hardware (<c>RTM_F_OFFLOAD</c>).</summary>
    Offloaded = RTM_F_OFFLOAD,

    /// <summary>The hardware hands the route's packets to the kernel (<c>RTM_F_TRAP</c>).</summary>
    Trapped = RTM_F_TRAP,

    /// <summary>The hardware could not take the route (<c>RTM_F_OFFLOAD_FAILED</c>).</summary>
    OffloadFailed = RTM_F_OFFLOAD_FAILED,
}
