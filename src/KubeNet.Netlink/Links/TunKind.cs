using static KubeNet.Netlink.Interop.if_tun;

namespace KubeNet.Netlink.Links;

/// <summary>What a device of the tun driver carries (<c>IFLA_TUN_TYPE</c>).</summary>
public enum TunKind : byte
{
    /// <summary>IP packets (<c>IFF_TUN</c>).</summary>
    Tun = (byte)IFF_TUN,

    /// <summary>Ethernet frames (<c>IFF_TAP</c>).</summary>
    Tap = (byte)IFF_TAP,
}
