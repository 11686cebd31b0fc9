namespace KubeNet.Testing.Probes;

/// <summary>How a <see cref="TcpThroughputProbe"/> sends.</summary>
public sealed record ThroughputOptions
{
    /// <summary>The options used where none are given.</summary>
    public static ThroughputOptions Default { get; } = new();

    /// <summary>Bytes to send over each connection; without limit until <see cref="Duration"/> is over if <see langword="null"/>.</summary>
    public long? Bytes { get; init; }

    /// <summary>How long to send, if <see cref="Bytes"/> is <see langword="null"/>.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Connections that send at once; at least 1.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>Bytes given to the kernel in one call; at least 1.</summary>
    public int BufferSize { get; init; } = 256 * 1024;

    /// <summary>Port of the server, or 0 for one that is free.</summary>
    public int Port { get; init; }

    /// <summary>How long to wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock for durations and timeouts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (Bytes is { } bytes)
            ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1, nameof(Bytes));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Connections, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BufferSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ConnectTimeout, TimeSpan.Zero);
    }
}
