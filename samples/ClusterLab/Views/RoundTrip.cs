using System.Globalization;

namespace ClusterLab.Views;

/// <summary>Round-trip times as people read them.</summary>
internal static class RoundTrip
{
    /// <summary>Three digits or so, with their unit: <c>83 µs</c>, <c>1.25 ms</c>.</summary>
    public static string Format(double microseconds) => microseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:F0} µs"),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:F2} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:F0} ms"),
    };

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
