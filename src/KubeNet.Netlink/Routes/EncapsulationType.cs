namespace KubeNet.Netlink.Routes;

/// <summary>What a route's packets are wrapped in (<c>enum lwtunnel_encap_types</c>, linux/lwtunnel.h).</summary>
public enum EncapsulationType : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>MPLS labels.</summary>
    Mpls = 1,

    /// <summary>The tunnel of an IPv4 device that takes its parameters from the route.</summary>
    IP = 2,

    /// <summary>Identifier-locator addressing.</summary>
    Ila = 3,

    /// <summary>As <see cref="IP"/>, over IPv6.</summary>
    IP6 = 4,

    /// <summary>Segment routing over IPv6.</summary>
    Seg6 = 5,

    /// <summary>A BPF program.</summary>
    Bpf = 6,

    /// <summary>The behaviour of a segment of this host.</summary>
    Seg6Local = 7,

    /// <summary>The source route of RPL, RFC 6554.</summary>
    Rpl = 8,

    /// <summary>In-situ measurement, RFC 9197.</summary>
    Ioam6 = 9,

    /// <summary>An interface of IPsec.</summary>
    Xfrm = 10,
}
