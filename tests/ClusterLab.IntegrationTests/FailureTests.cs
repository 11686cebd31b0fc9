using System.Text.Json;
using ClusterLab.Reports;
using Xunit;

namespace ClusterLab.IntegrationTests;

public sealed class FailureTests
{
    [Fact]
    public async Task A_node_that_is_cut_off_fails_the_run()
    {
        MachineState before = MachineState.Read();
        string[] others = [.. MachineState.LabNamespaces()];
        using LabProcess lab = LabProcess.Start("vxlan", "--nodes", "3", "--pods", "1");
        await lab.WaitForLineAsync("✓ Made 3 nodes");
        lab.Send(Signal.Stop);
        string underlay = Assert.Single(MachineState.LabNamespaces().Except(others), name => name.EndsWith("-underlay", StringComparison.Ordinal));
        MachineState.Run("ip", "-n", underlay, "link", "set", "port1", "down");
        lab.Send(Signal.Continue);

        LabResult result = await lab.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("│ node-1/pod-1 │ +· │ +✗ │ +✗ │", result.Output);
        Assert.Contains("  node-1/pod-1 → node-2/pod-1 (IPv4): 10.244.2.2: ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("4 of 6 pairs did not answer.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, MachineState.Read());
    }

    [Fact]
    public void A_probe_without_an_answer_has_no_time()
    {
        var report = new LabReport("vxlan", false, 1, 2, 2, 1, [new ProbeReport("node-1/pod-1", "node-1/pod-2", "IPv4", false, null)], [], null, "/tmp/x.svg");

        Assert.Equal(
            """{"network":"vxlan","ok":false,"nodes":1,"pods":2,"pairs":2,"failed":1,"probes":[{"from":"node-1/pod-1","to":"node-1/pod-2","family":"IPv4","ok":false,"rttMicroseconds":null}],"captures":[],"diagram":"/tmp/x.svg"}""",
            JsonSerializer.Serialize(report, ReportJsonContext.Plain.LabReport));
    }
}
