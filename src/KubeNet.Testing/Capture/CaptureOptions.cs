using KubeNet.Testing.Packets;

namespace KubeNet.Testing.Capture;

/// <summary>How a <see cref="PacketCapture"/> captures, and how much it keeps.</summary>
public sealed record CaptureOptions
{
    /// <summary>The options used where none are given.</summary>
    public static CaptureOptions Default { get; } = new();

    /// <summary>Packets kept; when more come, the oldest are discarded. At least 1.</summary>
    public int Capacity { get; init; } = 65_536;

    /// <summary>Bytes of packets kept; when more come, the oldest packets are discarded. At least 1.</summary>
    public long MaximumBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes kept of each packet, 64 to 262144; the rest is cut off and the packet decodes as truncated.</summary>
    public int SnapshotLength { get; init; } = 65_536 + 64;

    /// <summary>
    /// Bytes that the kernel holds for the capture until it is read (<c>SO_RCVBUFFORCE</c>, or <c>SO_RCVBUF</c> without CAP_NET_ADMIN);
    /// what does not fit counts as <see cref="CaptureStatistics.Dropped"/>.
    /// </summary>
    public int ReceiveBufferSize { get; init; } = 8 * 1024 * 1024;

    /// <summary>Whether packets that go out are captured too (<c>PACKET_IGNORE_OUTGOING</c> if not).</summary>
    public bool IncludesOutgoing { get; init; } = true;

    /// <summary>
    /// Whether the device is made to take frames for other hosts while the capture runs (<c>PACKET_MR_PROMISC</c>); virtual devices mostly take them anyway.
    /// </summary>
    public bool IsPromiscuous { get; init; }

    /// <summary>What the decoder cannot know from the bytes.</summary>
    public PacketDecoderOptions Decoder { get; init; } = PacketDecoderOptions.Default;

    /// <summary>The clock for deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotLength, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SnapshotLength, 262_144);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReceiveBufferSize, 1);
    }
}
