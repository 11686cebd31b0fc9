using System.Text.Json.Serialization;

namespace ClusterLab.Reports;

/// <summary>What <c>--json</c> prints.</summary>
/// <param name="Network">The network: <c>vxlan</c> or <c>host-gw</c>.</param>
/// <param name="Ok">Whether every pair of pods answered.</param>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Pods">How many pods there are in all.</param>
/// <param name="Pairs">How many probes were made: each ordered pair of pods, in each family.</param>
/// <param name="Failed">How many of them had no answer.</param>
/// <param name="Probes">The probes.</param>
/// <param name="Captures">What was seen on the underlay.</param>
/// <param name="Throughput">TCP between two pods, in each family, if it was measured.</param>
/// <param name="Diagram">The file with the picture.</param>
internal sealed record LabReport(
    string Network,
    bool Ok,
    int Nodes,
    int Pods,
    int Pairs,
    int Failed,
    IReadOnlyList<ProbeReport> Probes,
    IReadOnlyList<CaptureReport> Captures,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ThroughputReport>? Throughput,
    string Diagram);

/// <summary>One pod asked another.</summary>
internal sealed record ProbeReport(string From, string To, string Family, bool Ok, double? RttMicroseconds);

/// <summary>A packet as it was seen on a device.</summary>
internal sealed record CaptureReport(string Device, string Summary);

/// <summary>What TCP carried from one pod to another.</summary>
internal sealed record ThroughputReport(string From, string To, string Family, long Bytes, double Seconds, double GigabitsPerSecond);
