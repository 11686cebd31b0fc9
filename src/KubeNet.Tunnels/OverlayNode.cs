using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;

namespace KubeNet.Tunnels;

/// <summary>A node of an overlay, this one or a peer: where it is in the underlay, and which blocks of pod addresses are behind it.</summary>
/// <param name="Name">What errors call it; unique in an overlay.</param>
public sealed record OverlayNode(string Name)
{
    /// <summary>
    /// Its addresses in the underlay: one of IPv4, one of IPv6, or one of each. A tunnel goes from the first, so all nodes of an
    /// overlay state the same family first.
    /// </summary>
    public NetlinkList<IPAddress> UnderlayAddresses { get; init; } = NetlinkList<IPAddress>.Empty;

    /// <summary>The blocks of pod addresses behind it, IPv4 or IPv6. <see cref="IPNetwork"/> drops host bits silently; <see cref="Parse"/> refuses them.</summary>
    public NetlinkList<IPNetwork> PodBlocks { get; init; } = NetlinkList<IPNetwork>.Empty;

    /// <summary>The MAC address of its tunnel end; null derives it from the underlay address, as the node does itself (<see cref="TunnelMac"/>).</summary>
    public MacAddress? TunnelMacAddress { get; init; }

    /// <summary>
    /// The addresses of its tunnel end, one of each family at most. Where there is none of IPv4, it is the first address of the first
    /// block. Where there is none of IPv6, the tunnel end has its link-local address alone, which follows from its MAC address: the
    /// first address of a block is that of any router of the subnet (RFC 4291 §2.6.1), and the kernel takes no gateway to which
    /// another route leads.
    /// </summary>
    public NetlinkList<IPAddress> TunnelAddresses { get; init; } = NetlinkList<IPAddress>.Empty;

    /// <summary>A node of texts: <c>Parse("node-1", ["192.0.2.1"], ["10.244.1.0/24"])</c>.</summary>
    /// <exception cref="FormatException">A text is no address or no block, or a block has host bits.</exception>
    public static OverlayNode Parse(string name, ReadOnlySpan<string> underlayAddresses, ReadOnlySpan<string> podBlocks)
    {
        var addresses = new IPAddress[underlayAddresses.Length];
        for (int i = 0; i < addresses.Length; i++)
        {
            addresses[i] = IPAddress.TryParse(underlayAddresses[i], out IPAddress? address)
                ? address
                : throw new FormatException($"'{underlayAddresses[i]}' is no address of node '{name}'.");
        }

        var blocks = new IPNetwork[podBlocks.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ParseBlock(name, podBlocks[i]);
        }

        return new OverlayNode(name)
        {
            UnderlayAddresses = NetlinkList.Create<IPAddress>(addresses),
            PodBlocks = NetlinkList.Create<IPNetwork>(blocks),
        };
    }

    internal IPAddress? UnderlayAddress(AddressFamily family) => FirstOf(UnderlayAddresses, family);

    internal bool HasBlocks(AddressFamily family)
    {
        foreach (IPNetwork block in PodBlocks.AsSpan())
        {
            if (block.BaseAddress.AddressFamily == family)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address that the tunnel end is given; null if it is given none of that family.</summary>
    internal IPAddress? TunnelAddress(AddressFamily family)
    {
        if (FirstOf(TunnelAddresses, family) is { } stated)
        {
            return stated;
        }

        foreach (IPNetwork block in PodBlocks.AsSpan())
        {
            if (family == AddressFamily.InterNetwork && block.BaseAddress.AddressFamily == family)
            {
                return block.BaseAddress;
            }
        }

        return null;
    }

    /// <summary>The address via which peers route to the pods of a family, of which the node has blocks.</summary>
    internal IPAddress TunnelGateway(AddressFamily family, MacAddress mac) => TunnelAddress(family) ?? TunnelMac.LinkLocalAddressOf(mac);

    private static IPAddress? FirstOf(NetlinkList<IPAddress> addresses, AddressFamily family)
    {
        foreach (IPAddress address in addresses.AsSpan())
        {
            if (address.AddressFamily == family)
            {
                return address;
            }
        }

        return null;
    }

    private static IPNetwork ParseBlock(string name, string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) || !InterfaceAddress.TryParse(text, null, out InterfaceAddress value))
        {
            throw new FormatException($"'{text}' is no block of node '{name}': an address and a prefix length are expected, as in 10.244.1.0/24.");
        }

        return value.Network.BaseAddress.Equals(value.Address)
            ? value.Network
            : throw new FormatException($"The block '{text}' of node '{name}' has bits beyond its prefix: {value.Network} is meant, or an address is no block.");
    }
}
