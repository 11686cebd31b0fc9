using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>Where an XDP program runs (<c>IFLA_XDP_ATTACHED</c>).</summary>
public enum XdpMode : byte
{
    /// <summary>There is none (<c>XDP_ATTACHED_NONE</c>).</summary>
    None = XDP_ATTACHED_NONE,

    /// <summary>In the driver (<c>XDP_ATTACHED_DRV</c>).</summary>
    Driver = XDP_ATTACHED_DRV,

    /// <summary>In the network stack (<c>XDP_ATTACHED_SKB</c>).</summary>
    Generic = XDP_ATTACHED_SKB,

    /// <summary>In the device (<c>XDP_ATTACHED_HW</c>).</summary>
    Hardware = XDP_ATTACHED_HW,

    /// <summary>There are several (<c>XDP_ATTACHED_MULTI</c>).</summary>
    Multiple = XDP_ATTACHED_MULTI,
}
