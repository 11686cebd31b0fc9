namespace KubeNet.Testing.Capture;

/// <summary>What a capture has seen and lost so far.</summary>
/// <param name="Captured">Packets taken from the kernel.</param>
/// <param name="Dropped">Packets that the kernel dropped because the capture was read too slowly (<c>PACKET_STATISTICS</c>).</param>
/// <param name="Discarded">Packets taken, but given up for newer ones (<see cref="CaptureOptions.Capacity"/>, <see cref="CaptureOptions.MaximumBytes"/>).</param>
public readonly record struct CaptureStatistics(long Captured, long Dropped, long Discarded);
