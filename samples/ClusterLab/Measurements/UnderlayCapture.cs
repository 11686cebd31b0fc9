using System.Net;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Packets;

namespace ClusterLab.Measurements;

/// <summary>Listens on the underlay device of one node.</summary>
internal sealed class UnderlayCapture : IDisposable
{
    private readonly Cluster _cluster;
    private readonly PacketCapture _capture;

    public UnderlayCapture(Cluster cluster, ClusterNode node)
    {
        _cluster = cluster;
        _capture = node.Host.Capture(ClusterNames.UnderlayDevice);
        Device = $"{node.Name}/{ClusterNames.UnderlayDevice}";
    }

    /// <summary>The device: <c>node-1/eth0</c>.</summary>
    public string Device { get; }

    /// <summary>
    /// What passed between nodes until now, by nodes, family and encapsulation. What nodes say to find one another (ARP, neighbour
    /// discovery) is left out.
    /// </summary>
    public IReadOnlyList<Sighting> Read()
    {
        var sightings = new Dictionary<(string From, string To, bool IsIPv6, bool IsEncapsulated), Sighting>();
        foreach (CapturedPacket captured in _capture.Packets)
        {
            Packet packet = captured.Packet;
            if (!IsEcho(packet) || NodesOf(packet) is not { } nodes)
                continue;
            var key = (nodes.From, nodes.To, packet.Last<IPv6Header>() is { } inner && inner.Offset > (packet.Last<IPv4Header>()?.Offset ?? -1), packet.IsEncapsulated);
            sightings[key] = sightings.TryGetValue(key, out Sighting? known)
                ? known with { Count = known.Count + 1 }
                : new Sighting(nodes.From, nodes.To, packet.Outermost, packet.IsEncapsulated ? packet.Innermost : null, 1);
        }

        return [.. sightings.OrderBy(entry => entry.Key.IsIPv6).Select(entry => entry.Value)];
    }

    public void Dispose() => _capture.Dispose();

    private static bool IsEcho(Packet packet) =>
        packet.Last<IcmpMessage>() is { IsEchoRequest: true } or { IsEchoReply: true }
        || packet.Last<Icmpv6Message>() is { IsEchoRequest: true } or { IsEchoReply: true };

    private (string From, string To)? NodesOf(Packet packet)
    {
        (IPAddress Source, IPAddress Destination)? outer = packet.Layers.Select(layer => layer switch
        {
            IPv4Header header => (header.Source, header.Destination),
            IPv6Header header => (header.Source, header.Destination),
            _ => ((IPAddress, IPAddress)?)null,
        }).FirstOrDefault(addresses => addresses is not null);
        return outer is { } found && _cluster.NodeOf(found.Source) is { } from && _cluster.NodeOf(found.Destination) is { } to ? (from, to) : null;
    }
}
