using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>States and wishes of one of several next hops (<c>RTNH_F_*</c>). A request carries <see cref="OnLink"/> and <see cref="Pervasive"/>.</summary>
[Flags]
public enum NextHopFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The link is down.</summary>
    Dead = (byte)RTNH_F_DEAD,

    /// <summary>The kernel looks the gateway up recursively.</summary>
    Pervasive = (byte)RTNH_F_PERVASIVE,

    /// <summary>The gateway is on the link, though no prefix says so (<c>onlink</c>).</summary>
    OnLink = (byte)RTNH_F_ONLINK,

    /// <summary>The next hop is in hardware.</summary>
    Offloaded = (byte)RTNH_F_OFFLOAD,

    /// <summary>The link has no carrier.</summary>
    LinkDown = (byte)RTNH_F_LINKDOWN,

    /// <summary>A multicast route whose source is not known yet.</summary>
    Unresolved = (byte)RTNH_F_UNRESOLVED,

    /// <summary>The hardware hands its packets to the kernel.</summary>
    Trapped = (byte)RTNH_F_TRAP,
}
