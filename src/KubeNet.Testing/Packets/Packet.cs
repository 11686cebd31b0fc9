using System.Collections.Immutable;
using System.Text;

namespace KubeNet.Testing.Packets;

/// <summary>A frame taken apart into its headers, through VXLAN, GRE, ERSPAN and IP-in-IP tunnels.</summary>
/// <remarks>
/// Any bytes will do: what is cut short or makes no sense ends with a <see cref="Truncated"/> layer, and nothing is thrown.
/// Checksums are kept and not verified, since a sender may leave them to its device.
/// </remarks>
public sealed class Packet
{
    /// <summary>The most layers that a packet may have; a deeper one ends with a <see cref="Truncated"/> layer.</summary>
    public const int MaximumLayers = 32;

    internal Packet(ImmutableArray<PacketLayer> layers, int payloadOffset, int payloadLength)
    {
        Layers = layers;
        PayloadOffset = payloadOffset;
        PayloadLength = payloadLength;
    }

    /// <summary>The headers, outermost first.</summary>
    public ImmutableArray<PacketLayer> Layers { get; }

    /// <summary>Where the innermost payload begins, in bytes from the start of the frame.</summary>
    public int PayloadOffset { get; }

    /// <summary>Length of the innermost payload in bytes, without padding; 0 where the packet ends with <see cref="Truncated"/>.</summary>
    public int PayloadLength { get; }

    /// <summary>Whether the bytes ended, or stopped making sense, before the packet did.</summary>
    public bool IsTruncated => Layers is [.., Truncated];

    /// <summary>All headers on one line, such as <c>Ethernet … / IPv4 10.0.0.1 &gt; 10.0.0.2 / UDP 40000 &gt; 4789 / VXLAN vni 42 / …</c>.</summary>
    public string Summary => Join(0, Layers.Length);

    /// <summary>
    /// The outer headers on one line: from the first network header to the one that carries the inner packet, or to the end where there is no tunnel,
    /// such as <c>IPv4 10.0.0.1 &gt; 10.0.0.2 / UDP 40000 &gt; 4789 / VXLAN vni 42</c>.
    /// </summary>
    public string Outermost
    {
        get
        {
            int first = NextNetworkHeader(0);
            return Join(first, NextPacket(first));
        }
    }

    /// <summary>The inner headers on one line: from the last network header to the end.</summary>
    public string Innermost
    {
        get
        {
            int last = Layers.Length;
            while (last > 0 && !IsNetworkHeader(Layers[last - 1]))
                last--;
            return Join(Math.Max(last - 1, 0), Layers.Length);
        }
    }

    /// <summary>Whether the packet carries another packet.</summary>
    public bool IsEncapsulated => NextPacket(NextNetworkHeader(0)) < Layers.Length;

    /// <summary>Takes a frame apart.</summary>
    /// <param name="frame">The frame from its first byte, without preamble and checksum.</param>
    /// <param name="linkLayer">What the frame begins with.</param>
    /// <param name="options">What cannot be known from the bytes; <see cref="PacketDecoderOptions.Default"/> if <see langword="null"/>.</param>
    public static Packet Decode(ReadOnlySpan<byte> frame, LinkLayer linkLayer = LinkLayer.Ethernet, PacketDecoderOptions? options = null) =>
        new PacketDecoder(frame, linkLayer, options ?? PacketDecoderOptions.Default, MaximumLayers, isQuoted: false).Run();

    /// <summary>Finds the outermost layer of a kind.</summary>
    /// <typeparam name="TLayer">The kind of layer.</typeparam>
    /// <returns>The layer, or <see langword="null"/> if the packet has none.</returns>
    public TLayer? First<TLayer>() where TLayer : PacketLayer
    {
        foreach (PacketLayer layer in Layers)
        {
            if (layer is TLayer found)
                return found;
        }
        return null;
    }

    /// <summary>Finds the innermost layer of a kind.</summary>
    /// <typeparam name="TLayer">The kind of layer.</typeparam>
    /// <returns>The layer, or <see langword="null"/> if the packet has none.</returns>
    public TLayer? Last<TLayer>() where TLayer : PacketLayer
    {
        for (int i = Layers.Length - 1; i >= 0; i--)
        {
            if (Layers[i] is TLayer found)
                return found;
        }
        return null;
    }

    /// <summary>Returns <see cref="Summary"/>.</summary>
    public override string ToString() => Summary;

    private int NextNetworkHeader(int index)
    {
        while (index < Layers.Length && !IsNetworkHeader(Layers[index]))
            index++;
        return index < Layers.Length ? index : 0;
    }

    private int NextPacket(int index)
    {
        do
            index++;
        while (index < Layers.Length && Layers[index] is not EthernetHeader && !IsNetworkHeader(Layers[index]));
        return Math.Min(index, Layers.Length);
    }

    private static bool IsNetworkHeader(PacketLayer layer) => layer is IPv4Header or IPv6Header or ArpPacket;

    private string Join(int start, int end)
    {
        var text = new StringBuilder();
        for (int i = start; i < end; i++)
            text.Append(i == start ? "" : " / ").Append(Layers[i].Summary);
        return text.ToString();
    }
}
