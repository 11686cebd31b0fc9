using System.Net;

namespace KubeNet.Netlink.Neighbors;

/// <summary>What the kernel takes for a neighbour's identity. Proxy entries live in a table of their own.</summary>
/// <param name="InterfaceIndex">The device; 0 for a proxy entry of all devices.</param>
/// <param name="Destination">The address, without a scope.</param>
/// <param name="IsProxy">Whether it is a proxy entry.</param>
public readonly record struct NeighborKey(int InterfaceIndex, IPAddress? Destination, bool IsProxy)
{
    /// <summary>The identity in the words of <c>ip neigh</c>.</summary>
    public override string ToString() => $"{(IsProxy ? "proxy " : "")}{Destination} on interface {InterfaceIndex}";
}
