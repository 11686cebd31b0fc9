using System.Globalization;
using KubeNet.Testing.Packets;

namespace KubeNet.Testing.Capture;

/// <summary>A packet as a device saw it.</summary>
public sealed class CapturedPacket
{
    private readonly PacketDecoderOptions _decoder;
    private Packet? _packet;

    internal CapturedPacket(
        ReadOnlyMemory<byte> bytes, int originalLength, LinkLayer linkLayer, CaptureDirection direction, DateTimeOffset timestamp, PacketDecoderOptions decoder)
    {
        Bytes = bytes;
        OriginalLength = originalLength;
        LinkLayer = linkLayer;
        Direction = direction;
        Timestamp = timestamp;
        _decoder = decoder;
    }

    /// <summary>The bytes, at most <see cref="CaptureOptions.SnapshotLength"/>; a VLAN tag that the kernel took off is put back.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Length on the wire in bytes; more than <see cref="Bytes"/> holds if the packet was cut off.</summary>
    public int OriginalLength { get; }

    /// <summary>What the bytes begin with.</summary>
    public LinkLayer LinkLayer { get; }

    /// <summary>Which way the packet went.</summary>
    public CaptureDirection Direction { get; }

    /// <summary>Whether the packet went out of the device.</summary>
    public bool IsOutgoing => Direction == CaptureDirection.Outgoing;

    /// <summary>When the kernel saw the packet, by the machine's clock, in steps of 100 ns.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>The packet taken apart, when first asked for.</summary>
    public Packet Packet => _packet ??= Packet.Decode(Bytes.Span, LinkLayer, _decoder);

    /// <summary>The bytes behind the innermost header.</summary>
    public ReadOnlyMemory<byte> Payload => Bytes.Slice(Packet.PayloadOffset, Packet.PayloadLength);

    /// <summary>Time, direction and headers on one line, such as <c>12:00:00.000123 out Ethernet …</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Timestamp:HH:mm:ss.ffffff} {(IsOutgoing ? "out" : "in")} {Packet.Summary}");
}
