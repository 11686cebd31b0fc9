using KubeNet.Netlink.Addresses;

namespace KubeNet.Netlink.State;

/// <summary>An address's identity, with the interface by name.</summary>
internal readonly record struct StateAddressKey(string InterfaceName, AddressKey Key);
