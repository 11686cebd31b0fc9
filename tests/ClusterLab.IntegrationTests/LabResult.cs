using System.Text.Json;
using Xunit;

namespace ClusterLab.IntegrationTests;

/// <summary>How the program ended, and what it printed.</summary>
internal sealed record LabResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON object that standard output must be.</summary>
    public JsonElement Json()
    {
        Assert.True(Output.Length > 0, Error);
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
