using static KubeNet.Netlink.Interop.if_arp;

namespace KubeNet.Netlink.Links;

/// <summary>The hardware of a link (<c>ifi_type</c>, linux/if_arp.h). Other numbers occur.</summary>
public enum HardwareType : ushort
{
    /// <summary>NET/ROM (<c>ARPHRD_NETROM</c>); also what a request says, which states no type.</summary>
    NetRom = ARPHRD_NETROM,

    /// <summary>Ethernet (<c>ARPHRD_ETHER</c>).</summary>
    Ethernet = ARPHRD_ETHER,

    /// <summary>InfiniBand (<c>ARPHRD_INFINIBAND</c>).</summary>
    InfiniBand = ARPHRD_INFINIBAND,

    /// <summary>Controller area network (<c>ARPHRD_CAN</c>).</summary>
    Can = ARPHRD_CAN,

    /// <summary>PPP (<c>ARPHRD_PPP</c>).</summary>
    Ppp = ARPHRD_PPP,

    /// <summary>Bare IP (<c>ARPHRD_RAWIP</c>).</summary>
    RawIP = ARPHRD_RAWIP,

    /// <summary>IPv4 in IPv4 (<c>ARPHRD_TUNNEL</c>).</summary>
    Tunnel = ARPHRD_TUNNEL,

    /// <summary>IPv6 or IPv4 in IPv6 (<c>ARPHRD_TUNNEL6</c>).</summary>
    Tunnel6 = ARPHRD_TUNNEL6,

    /// <summary>Loopback (<c>ARPHRD_LOOPBACK</c>).</summary>
    Loopback = ARPHRD_LOOPBACK,

    /// <summary>IPv6 in IPv4 (<c>ARPHRD_SIT</c>).</summary>
    Sit = ARPHRD_SIT,

    /// <summary>GRE over IPv4 (<c>ARPHRD_IPGRE</c>).</summary>
    Gre = ARPHRD_IPGRE,

    /// <summary>GRE over IPv6 (<c>ARPHRD_IP6GRE</c>).</summary>
    Gre6 = ARPHRD_IP6GRE,

    /// <summary>Netlink monitor (<c>ARPHRD_NETLINK</c>).</summary>
    Netlink = ARPHRD_NETLINK,

    /// <summary>No link layer at all: tun, WireGuard (<c>ARPHRD_NONE</c>).</summary>
    None = ARPHRD_NONE,

    /// <summary>Nothing known (<c>ARPHRD_VOID</c>).</summary>
    Void = ARPHRD_VOID,
}
