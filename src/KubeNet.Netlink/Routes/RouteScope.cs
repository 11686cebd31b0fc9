using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>How far away the destination is (<c>RT_SCOPE_*</c>), IPv4. Other numbers may be given names in <c>/etc/iproute2/rt_scopes</c>.</summary>
public enum RouteScope : byte
{
    /// <summary>Anywhere: beyond a gateway (<c>global</c>).</summary>
    Universe = RT_SCOPE_UNIVERSE,

    /// <summary>Within the site.</summary>
    Site = RT_SCOPE_SITE,

    /// <summary>On a link of this host.</summary>
    Link = RT_SCOPE_LINK,

    /// <summary>This host.</summary>
    Host = RT_SCOPE_HOST,

    /// <summary>Nowhere; in a request for deletion: any.</summary>
    Nowhere = RT_SCOPE_NOWHERE,
}
