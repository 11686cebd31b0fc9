namespace KubeNet.Testing.Packets;

/// <summary>The protocol that follows an Ethernet, VLAN or GRE header (IEEE 802 numbers; kernel <c>ETH_P_*</c>).</summary>
public enum EtherType : ushort
{
    /// <summary>IPv4 (<c>ETH_P_IP</c>).</summary>
    IPv4 = 0x0800,

    /// <summary>ARP (<c>ETH_P_ARP</c>).</summary>
    Arp = 0x0806,

    /// <summary>Ethernet frames in GRE (<c>ETH_P_TEB</c>).</summary>
    TransparentEthernetBridging = 0x6558,

    /// <summary>A VLAN tag (<c>ETH_P_8021Q</c>).</summary>
    Vlan = 0x8100,

    /// <summary>IPv6 (<c>ETH_P_IPV6</c>).</summary>
    IPv6 = 0x86DD,

    /// <summary>A provider VLAN tag (<c>ETH_P_8021AD</c>).</summary>
    ProviderVlan = 0x88A8,

    /// <summary>ERSPAN types I and II (<c>ETH_P_ERSPAN</c>).</summary>
    Erspan = 0x88BE,

    /// <summary>ERSPAN type III (<c>ETH_P_ERSPAN2</c>).</summary>
    Erspan3 = 0x22EB,
}
