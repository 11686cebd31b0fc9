using static KubeNet.Netlink.Interop.if_ether;

namespace KubeNet.Netlink.Links;

/// <summary>The EtherType of a VLAN tag.</summary>
public enum VlanProtocol : ushort
{
    /// <summary>IEEE 802.1Q (<c>ETH_P_8021Q</c>).</summary>
    Dot1Q = ETH_P_8021Q,

    /// <summary>IEEE 802.1ad (<c>ETH_P_8021AD</c>).</summary>
    Dot1AD = ETH_P_8021AD,
}
