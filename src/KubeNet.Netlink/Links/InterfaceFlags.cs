using static KubeNet.Netlink.Interop.@if;

namespace KubeNet.Netlink.Links;

/// <summary>Flags of a link (<c>ifi_flags</c>, linux/if.h). Some are set by the user, some only by the kernel.</summary>
[Flags]
public enum InterfaceFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Administratively up (<c>IFF_UP</c>): <c>ip link set up</c>.</summary>
    Up = IFF_UP,

    /// <summary>It has a broadcast address (<c>IFF_BROADCAST</c>).</summary>
    Broadcast = IFF_BROADCAST,

    /// <summary>Internal debugging (<c>IFF_DEBUG</c>).</summary>
    Debug = IFF_DEBUG,

    /// <summary>A loopback (<c>IFF_LOOPBACK</c>).</summary>
    Loopback = IFF_LOOPBACK,

    /// <summary>It has one peer (<c>IFF_POINTOPOINT</c>).</summary>
    PointToPoint = IFF_POINTOPOINT,

    /// <summary>No trailers (<c>IFF_NOTRAILERS</c>): <c>ip link set trailers off</c>.</summary>
    NoTrailers = IFF_NOTRAILERS,

    /// <summary>Operational: RFC 2863 up (<c>IFF_RUNNING</c>). By the kernel.</summary>
    Running = IFF_RUNNING,

    /// <summary>No ARP (<c>IFF_NOARP</c>): <c>ip link set arp off</c>.</summary>
    NoArp = IFF_NOARP,

    /// <summary>It receives every frame (<c>IFF_PROMISC</c>): <c>ip link set promisc on</c>.</summary>
    Promiscuous = IFF_PROMISC,

    /// <summary>It receives every multicast frame (<c>IFF_ALLMULTI</c>): <c>ip link set allmulticast on</c>.</summary>
    AllMulticast = IFF_ALLMULTI,

    /// <summary>Master of a bundle (<c>IFF_MASTER</c>). By the kernel.</summary>
    Master = IFF_MASTER,

    /// <summary>Part of a bundle (<c>IFF_SLAVE</c>). By the kernel.</summary>
    Slave = IFF_SLAVE,

    /// <summary>It can multicast (<c>IFF_MULTICAST</c>): <c>ip link set multicast on</c>.</summary>
    Multicast = IFF_MULTICAST,

    /// <summary>It can choose its medium (<c>IFF_PORTSEL</c>).</summary>
    PortSelect = IFF_PORTSEL,

    /// <summary>It chooses its medium by itself (<c>IFF_AUTOMEDIA</c>).</summary>
    AutoMedia = IFF_AUTOMEDIA,

    /// <summary>Its addresses are lost when it goes down (<c>IFF_DYNAMIC</c>): <c>ip link set dynamic on</c>.</summary>
    Dynamic = IFF_DYNAMIC,

    /// <summary>There is a carrier (<c>IFF_LOWER_UP</c>). By the kernel.</summary>
    LowerUp = IFF_LOWER_UP,

    /// <summary>The driver waits for an event (<c>IFF_DORMANT</c>). By the kernel.</summary>
    Dormant = IFF_DORMANT,

    /// <summary>It sends its own frames back (<c>IFF_ECHO</c>). By the kernel.</summary>
    Echo = IFF_ECHO,
}
