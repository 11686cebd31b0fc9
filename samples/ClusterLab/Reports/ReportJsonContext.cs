using System.Text.Json.Serialization;

namespace ClusterLab.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LabReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
