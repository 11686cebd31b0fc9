using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterLab.Reports;

[JsonSerializable(typeof(LabReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>For programs and terminals: no web page will show it, and <c>&gt;</c> reads better than its escape.</summary>
    public static ReportJsonContext Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
