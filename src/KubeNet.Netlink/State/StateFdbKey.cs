using KubeNet.Netlink.Bridges;

namespace KubeNet.Netlink.State;

/// <summary>An FDB entry's identity, with the interfaces by name.</summary>
internal readonly record struct StateFdbKey(string InterfaceName, FdbKey Key, string? Via);
