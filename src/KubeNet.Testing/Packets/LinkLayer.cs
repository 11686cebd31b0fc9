namespace KubeNet.Testing.Packets;

/// <summary>What a frame begins with.</summary>
public enum LinkLayer
{
    /// <summary>An Ethernet header, as on veth, bridge, VXLAN and loopback devices.</summary>
    Ethernet,

    /// <summary>An IPv4 or IPv6 header, as on TUN, IPIP and GRE devices.</summary>
    Ip,
}
