using System.Globalization;

namespace KubeNet.Testing.Probes;

/// <summary>What came through, as the server counted it.</summary>
/// <param name="Bytes">Payload bytes received, over all connections.</param>
/// <param name="Elapsed">Time from the first byte sent to the last byte received.</param>
public sealed record ThroughputResult(long Bytes, TimeSpan Elapsed)
{
    /// <summary>Time from the first byte sent to the last byte received, in seconds.</summary>
    public double Seconds => Elapsed.TotalSeconds;

    /// <summary>Payload in Gbit/s: 10⁹ bits per second.</summary>
    public double GigabitsPerSecond => Elapsed > TimeSpan.Zero ? Bytes * 8 / Elapsed.TotalSeconds / 1e9 : 0;

    /// <summary>The result in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Bytes} bytes in {Seconds:F3} s = {GigabitsPerSecond:F2} Gbit/s");
}
