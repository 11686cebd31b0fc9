namespace KubeNet.Netlink.Links;

/// <summary>Whether a bridge takes itself for a place to which all multicast goes (<c>IFLA_BR_MCAST_ROUTER</c>).</summary>
public enum BridgeMulticastRouter : byte
{
    /// <summary>Never.</summary>
    Disabled = 0,

    /// <summary>While it hears of a router.</summary>
    Automatic = 1,

    /// <summary>Always.</summary>
    Permanent = 2,
}
