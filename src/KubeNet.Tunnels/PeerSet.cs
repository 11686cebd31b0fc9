using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;

namespace KubeNet.Tunnels;

/// <summary>Peers that were checked against one another and against the node.</summary>
internal static class PeerSet
{
    /// <summary>The peers in the order of their names.</summary>
    /// <exception cref="ArgumentException">They contradict one another or the node.</exception>
    public static OverlayNode[] Check(OverlayNode node, IEnumerable<OverlayNode> peers)
    {
        ArgumentNullException.ThrowIfNull(peers);
        OverlayNode[] sorted = [.. peers];
        Array.Sort(sorted, static (x, y) => string.CompareOrdinal(x.Name, y.Name));
        CheckNode(node);
        var names = new HashSet<string>(StringComparer.Ordinal) { node.Name };
        var owners = new Dictionary<IPAddress, OverlayNode>();
        foreach (IPAddress address in node.UnderlayAddresses.AsSpan())
        {
            owners.Add(address, node);
        }

        foreach (OverlayNode peer in sorted)
        {
            CheckNode(peer);
            foreach (IPAddress address in peer.UnderlayAddresses.AsSpan())
            {
                if (!owners.TryAdd(address, peer))
                {
                    throw new ArgumentException(
                        ReferenceEquals(owners[address], node)
                            ? $"The peer '{peer.Name}' has the address {address}, which is this node's own ('{node.Name}')."
                            : $"The peers '{owners[address].Name}' and '{peer.Name}' both have the address {address}.",
                        nameof(peers));
                }
            }

            if (!names.Add(peer.Name))
            {
                throw new ArgumentException(peer.Name == node.Name ? $"The peer '{peer.Name}' has this node's name." : $"Two peers have the name '{peer.Name}'.", nameof(peers));
            }
        }

        CheckBlocks(node, sorted);
        return sorted;
    }

    private static void CheckNode(OverlayNode node)
    {
        ArgumentException.ThrowIfNullOrEmpty(node.Name);
        if (node.UnderlayAddresses.Count == 0)
        {
            throw new ArgumentException($"The node '{node.Name}' has no address in the underlay.", nameof(node));
        }

        CheckOneOfEachFamily(node, node.UnderlayAddresses, "in the underlay");
        CheckOneOfEachFamily(node, node.TunnelAddresses, "of its tunnel end");
        if (node.TunnelMacAddress is { IsMulticast: true } mac)
        {
            throw new ArgumentException($"The tunnel end of node '{node.Name}' has the address {mac}, which is that of a group.", nameof(node));
        }
    }

    private static void CheckOneOfEachFamily(OverlayNode node, NetlinkList<IPAddress> addresses, string where)
    {
        AddressFamily? seen = null;
        foreach (IPAddress address in addresses.AsSpan())
        {
            if (addresses.Count > 2 || address.AddressFamily == seen)
            {
                throw new ArgumentException($"The node '{node.Name}' has several addresses of one family {where}: {addresses}.", nameof(node));
            }

            seen = address.AddressFamily;
        }
    }

    /// <summary>Prefixes are apart or one within the other, so in the order of their beginnings each need only be compared with the last wide one.</summary>
    private static void CheckBlocks(OverlayNode node, OverlayNode[] peers)
    {
        var blocks = new List<(UInt128 First, UInt128 Last, bool IsIPv6, IPNetwork Block, OverlayNode Owner)>();
        foreach (OverlayNode owner in (IEnumerable<OverlayNode>)[node, .. peers])
        {
            foreach (IPNetwork block in owner.PodBlocks.AsSpan())
            {
                bool isIPv6 = block.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;
                UInt128 first = Number(block.BaseAddress);
                int hostBits = (isIPv6 ? 128 : 32) - block.PrefixLength;
                blocks.Add((first, first + (hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1), isIPv6, block, owner));
            }
        }

        blocks.Sort(static (x, y) => x.IsIPv6 != y.IsIPv6 ? x.IsIPv6.CompareTo(y.IsIPv6) : x.First != y.First ? x.First.CompareTo(y.First) : y.Last.CompareTo(x.Last));
        for (int i = 1; i < blocks.Count; i++)
        {
            var (before, current) = (blocks[i - 1], blocks[i]);
            if (before.IsIPv6 == current.IsIPv6 && current.First <= before.Last)
            {
                throw new ArgumentException(
                    before.Owner == current.Owner
                        ? $"The blocks {before.Block} and {current.Block} of '{current.Owner.Name}' overlap."
                        : $"The block {current.Block} of '{current.Owner.Name}' overlaps {before.Block} of '{before.Owner.Name}'.",
                    nameof(peers));
            }
        }
    }

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int length);
        UInt128 number = 0;
        foreach (byte part in bytes[..length])
        {
            number = (number << 8) | part;
        }

        return number;
    }
}
