using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>What becomes of packets that take a route (<c>RTN_*</c>).</summary>
public enum RouteType : byte
{
    /// <summary>Not said; only in a request.</summary>
    Unspecified = RTN_UNSPEC,

    /// <summary>They are sent to a gateway or over a link.</summary>
    Unicast = RTN_UNICAST,

    /// <summary>They are for this host.</summary>
    Local = RTN_LOCAL,

    /// <summary>They are for this host, and are sent as broadcasts.</summary>
    Broadcast = RTN_BROADCAST,

    /// <summary>They are for this host, and are sent to the nearest of several.</summary>
    Anycast = RTN_ANYCAST,

    /// <summary>They go to a multicast group.</summary>
    Multicast = RTN_MULTICAST,

    /// <summary>They are dropped silently.</summary>
    Blackhole = RTN_BLACKHOLE,

    /// <summary>They are dropped and their sender is told that the host is unreachable.</summary>
    Unreachable = RTN_UNREACHABLE,

    /// <summary>They are dropped and their sender is told that this is forbidden.</summary>
    Prohibit = RTN_PROHIBIT,

    /// <summary>The search goes on in the table of the next rule.</summary>
    Throw = RTN_THROW,

    /// <summary>Addresses are translated; no longer supported by the kernel.</summary>
    Translate = RTN_NAT,
}
