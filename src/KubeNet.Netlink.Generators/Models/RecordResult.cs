using KubeNet.Netlink.Generators.Diagnostics;

namespace KubeNet.Netlink.Generators.Models;

/// <summary>What was learned of one declaration: the record, unless it cannot be generated, and its faults.</summary>
internal sealed record RecordResult(RecordModel? Record, LocationInfo? Location, EquatableArray<DiagnosticInfo> Diagnostics);
