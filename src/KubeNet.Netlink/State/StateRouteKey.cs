using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.State;

/// <summary>A route's identity, with the interface by name where it belongs to the identity: that of an IPv6 route without gateway.</summary>
internal readonly record struct StateRouteKey(RouteKey Key, string? InterfaceName);
