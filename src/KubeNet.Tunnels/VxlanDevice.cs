using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels;

/// <summary>
/// A VXLAN device (RFC 7348): <c>ip link add NAME type vxlan id VNI dev UNDERLAY local ADDRESS dstport PORT nolearning</c>.
/// </summary>
public sealed record VxlanDevice
{
    /// <summary>The device's name, 1 to 15 bytes.</summary>
    public required string Name { get; init; }

    /// <summary>The network identifier, 0 to 16777215.</summary>
    public required Vni Vni { get; init; }

    /// <summary>The UDP port, on all nodes the same: 1 to 65535.</summary>
    public ushort Port { get; init; } = VxlanPort.Iana;

    /// <summary>The interface over which the packets go out; null leaves it to the routes.</summary>
    public string? Underlay { get; init; }

    /// <summary>The node's address in the underlay, from which the packets come; null leaves it to the routes.</summary>
    public IPAddress? LocalAddress { get; init; }

    /// <summary>Whether MAC addresses are learned from what arrives. An overlay states them, and learns none.</summary>
    public bool Learning { get; init; }

    /// <summary>The MTU of the underlay in bytes, from which the device's own follows.</summary>
    public int UnderlayMtu { get; init; } = 1500;

    /// <summary>The device's MTU in bytes; null is <see cref="UnderlayMtu"/> less 50, over IPv6 less 70.</summary>
    public int? Mtu { get; init; }

    /// <summary>The device's MAC address; null derives it from <see cref="LocalAddress"/> (<see cref="TunnelMac"/>), and without one the kernel makes one up.</summary>
    public MacAddress? MacAddress { get; init; }

    /// <summary>The device as a link of a desired state, up.</summary>
    /// <exception cref="ArgumentException">The name or the address is not possible.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Port or MTU are not possible.</exception>
    public StateLink ToLink()
    {
        InterfaceName.Validate(Name, nameof(Name));
        if (Port == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Port), Port, "A UDP port is 1 to 65535.");
        }

        if (LocalAddress is not null && (LocalAddress.Equals(IPAddress.Any) || LocalAddress.Equals(IPAddress.IPv6Any) || IsMulticast(LocalAddress)))
        {
            throw new ArgumentException($"{LocalAddress} is no address of a node.", nameof(LocalAddress));
        }

        return new StateLink(new Link
        {
            Name = Name,
            Kind = new VxlanLink { Vni = Vni, Port = Port, Local = LocalAddress, Learning = Learning },
            Mtu = EffectiveMtu(),
            Address = MacAddress ?? (LocalAddress is null ? null : TunnelMac.Derive(LocalAddress, Vni)),
            IsUp = true,
        })
        {
            Parent = Underlay,
        };
    }

    private int EffectiveMtu()
    {
        Encapsulation encapsulation = LocalAddress?.AddressFamily == AddressFamily.InterNetworkV6 ? Encapsulation.VxlanOverIPv6 : Encapsulation.VxlanOverIPv4;
        int largest = TunnelMtu.Of(UnderlayMtu, encapsulation);
        return Mtu is not { } mtu ? largest
            : mtu < TunnelMtu.MinimumIPv4 ? throw new ArgumentOutOfRangeException(nameof(Mtu), mtu, $"IPv4 needs an MTU of {TunnelMtu.MinimumIPv4} bytes.")
            : mtu > largest ? throw new ArgumentOutOfRangeException(
                nameof(Mtu), mtu, $"An MTU of {mtu} bytes does not fit: the underlay has {UnderlayMtu}, of which {encapsulation.Name} takes {encapsulation.Overhead}, which leaves {largest}.")
            : mtu;
    }

    private static bool IsMulticast(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.IsIPv6Multicast : address.GetAddressBytes()[0] is >= 224 and < 240;
}
