using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// Who made a route (<c>RTPROT_*</c>). Any other number from 5 on may be taken by a program, to know its routes by:
/// <c>(RouteProtocol)80</c>.
/// </summary>
public enum RouteProtocol : byte
{
    /// <summary>Not said; in a request for deletion: any.</summary>
    Unspecified = RTPROT_UNSPEC,

    /// <summary>An ICMP redirect.</summary>
    Redirect = RTPROT_REDIRECT,

    /// <summary>The kernel itself, for an address.</summary>
    Kernel = RTPROT_KERNEL,

    /// <summary>Made at boot or by hand: what <c>ip route</c> takes unless told otherwise.</summary>
    Boot = RTPROT_BOOT,

    /// <summary>Made by an administrator.</summary>
    Static = RTPROT_STATIC,

    /// <summary>A router's advertisement.</summary>
    RouterAdvertisement = RTPROT_RA,

    /// <summary>FRR and Zebra.</summary>
    Zebra = RTPROT_ZEBRA,

    /// <summary>BIRD.</summary>
    Bird = RTPROT_BIRD,

    /// <summary>DHCP.</summary>
    Dhcp = RTPROT_DHCP,

    /// <summary>Keepalived.</summary>
    Keepalived = RTPROT_KEEPALIVED,

    /// <summary>Babel.</summary>
    Babel = RTPROT_BABEL,

    /// <summary>Open/R.</summary>
    OpenR = RTPROT_OPENR,

    /// <summary>BGP.</summary>
    Bgp = RTPROT_BGP,

    /// <summary>IS-IS.</summary>
    Isis = RTPROT_ISIS,

    /// <summary>OSPF.</summary>
    Ospf = RTPROT_OSPF,

    /// <summary>RIP.</summary>
    Rip = RTPROT_RIP,

    /// <summary>EIGRP.</summary>
    Eigrp = RTPROT_EIGRP,
}
