using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Addresses;

/// <summary>How far an address is valid (<c>RT_SCOPE_*</c>). Other numbers may be given names in <c>/etc/iproute2/rt_scopes</c>.</summary>
public enum AddressScope : byte
{
    /// <summary>Everywhere (<c>global</c>).</summary>
    Universe = RT_SCOPE_UNIVERSE,

    /// <summary>Within the site; deprecated for IPv6.</summary>
    Site = RT_SCOPE_SITE,

    /// <summary>On the link.</summary>
    Link = RT_SCOPE_LINK,

    /// <summary>Within the host.</summary>
    Host = RT_SCOPE_HOST,

    /// <summary>Nowhere.</summary>
    Nowhere = RT_SCOPE_NOWHERE,
}
