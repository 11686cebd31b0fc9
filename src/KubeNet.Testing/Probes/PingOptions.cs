using System.Net;

namespace KubeNet.Testing.Probes;

/// <summary>How a <see cref="PingProbe"/> pings.</summary>
public sealed record PingOptions
{
    /// <summary>The options used where none are given.</summary>
    public static PingOptions Default { get; } = new();

    /// <summary>How long to wait for the answer to each request.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests sent at most until one is answered; at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Bytes behind the ICMP header, 0 to 65507: a request over IPv4 is 28 bytes longer, one over IPv6 48 bytes (<c>ping -s</c>).</summary>
    public int PayloadLength { get; init; } = 56;

    /// <summary>Whether routers must not fragment the request; larger ones come back as an error (<c>ping -M probe</c>).</summary>
    public bool DontFragment { get; init; }

    /// <summary>Source address for targets of its own family; chosen by the route if <see langword="null"/> (<c>ping -I ADDRESS</c>).</summary>
    public IPAddress? Source { get; init; }

    /// <summary>Device through which to send and receive; chosen by the route if <see langword="null"/> (<c>SO_BINDTODEVICE</c>; <c>ping -I DEVICE</c>).</summary>
    public string? Device { get; init; }

    /// <summary>Hops that a request may take, 1 to 255; the kernel's default if <see langword="null"/> (<c>ping -t</c>).</summary>
    public int? TimeToLive { get; init; }

    /// <summary>The clock for timeouts; round trips are measured by <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(PayloadLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PayloadLength, 65_507);
        if (TimeToLive is { } hops)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(hops, 1, nameof(TimeToLive));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(hops, 255, nameof(TimeToLive));
        }
    }
}
