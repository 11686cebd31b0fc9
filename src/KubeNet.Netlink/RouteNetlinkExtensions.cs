using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink;

/// <summary>Reaches the network configuration from a namespace.</summary>
public static class RouteNetlinkExtensions
{
    /// <summary>Connects to the network configuration of a namespace.</summary>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered (CAP_SYS_ADMIN).</exception>
    public static RouteNetlink Connect(this NetworkNamespace networkNamespace, NetlinkOptions? options = null) =>
        RouteNetlink.Connect(networkNamespace, options);
}
