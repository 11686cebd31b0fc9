using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KubeNet.Testing.Probes;

/// <summary>The outcome of a ping.</summary>
public sealed record PingResult
{
    /// <summary>Whom the ping was for.</summary>
    public required IPAddress Target { get; init; }

    /// <summary>What became of it.</summary>
    public required PingStatus Status { get; init; }

    /// <summary>Whether the echo came back.</summary>
    public bool IsSuccess => Status == PingStatus.Success;

    /// <summary>Echo requests sent, retries included; 0 if the local kernel refused the first.</summary>
    public required int Attempts { get; init; }

    /// <summary>Time from the last request to its answer, by the monotonic clock; <see langword="null"/> if there was no answer.</summary>
    public TimeSpan? RoundTripTime { get; init; }

    /// <summary><see cref="RoundTripTime"/> in microseconds.</summary>
    public double? RoundTripMicroseconds => RoundTripTime?.TotalMicroseconds;

    /// <summary>Who answered; <see langword="null"/> if nobody did.</summary>
    public IPAddress? Responder { get; init; }

    /// <summary>Type of the ICMP or ICMPv6 error; <see langword="null"/> unless <see cref="PingStatus.Unreachable"/>.</summary>
    public byte? IcmpType { get; init; }

    /// <summary>Code of the ICMP or ICMPv6 error; <see langword="null"/> unless <see cref="PingStatus.Unreachable"/>.</summary>
    public byte? IcmpCode { get; init; }

    /// <summary>Why the local kernel refused; <see langword="null"/> unless <see cref="PingStatus.LocalError"/>.</summary>
    public SocketError? Error { get; init; }

    /// <summary>The outcome in one line.</summary>
    public override string ToString() => Status switch
    {
        PingStatus.Success => string.Create(CultureInfo.InvariantCulture, $"{Target}: answered in {RoundTripMicroseconds:F0} µs"),
        PingStatus.Unreachable => $"{Target}: {Responder} says unreachable (ICMP type {IcmpType} code {IcmpCode})",
        PingStatus.LocalError => $"{Target}: could not send ({Error})",
        _ => $"{Target}: no answer to {Attempts} requests",
    };
}
