using KubeNet.Netlink.Neighbors;

namespace KubeNet.Netlink.State;

/// <summary>A neighbour's identity, with the interface by name.</summary>
internal readonly record struct StateNeighborKey(string InterfaceName, NeighborKey Key);
