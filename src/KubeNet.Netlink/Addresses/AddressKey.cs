using System.Net;

namespace KubeNet.Netlink.Addresses;

/// <summary>What the kernel takes for an address's identity.</summary>
/// <param name="InterfaceIndex">The link that has it.</param>
/// <param name="Address">The address itself.</param>
/// <param name="Network">
/// IPv4: the on-link prefix, of the peer if there is one, for the kernel lets a link have one address in several prefixes.
/// IPv6: null, for there it does not.
/// </param>
public readonly record struct AddressKey(int InterfaceIndex, IPAddress Address, IPNetwork? Network);
