namespace KubeNet.Testing.Packets;

/// <summary>The protocol that follows an IP header (IANA protocol numbers; kernel <c>IPPROTO_*</c>).</summary>
public enum IpProtocol : byte
{
    /// <summary>IPv6 hop-by-hop options.</summary>
    HopByHopOptions = 0,

    /// <summary>ICMP.</summary>
    Icmp = 1,

    /// <summary>IPv4 in IP (IPIP, 4in6).</summary>
    IPv4 = 4,

    /// <summary>TCP.</summary>
    Tcp = 6,

    /// <summary>UDP.</summary>
    Udp = 17,

    /// <summary>IPv6 in IP (6in4, 6in6).</summary>
    IPv6 = 41,

    /// <summary>IPv6 routing header.</summary>
    IPv6Routing = 43,

    /// <summary>IPv6 fragment header.</summary>
    IPv6Fragment = 44,

    /// <summary>GRE.</summary>
    Gre = 47,

    /// <summary>ICMPv6.</summary>
    Icmpv6 = 58,

    /// <summary>IPv6: nothing follows.</summary>
    NoNextHeader = 59,

    /// <summary>IPv6 destination options.</summary>
    DestinationOptions = 60,
}
