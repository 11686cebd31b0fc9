using Xunit;

namespace ClusterLab.IntegrationTests;

public sealed class LeftoverTests
{
    private static readonly string[] s_large = ["vxlan", "--nodes", "8", "--pods", "3"];

    [Theory]
    [InlineData(Signal.Interrupt, 130, "✓ Made the underlay", false)]
    [InlineData(Signal.Interrupt, 130, "✓ Made 8 nodes", false)]
    [InlineData(Signal.Interrupt, 130, "✓ Made 8 nodes", true)]
    [InlineData(Signal.Terminate, 143, "✓ Made the underlay", false)]
    [InlineData(Signal.Terminate, 143, "✓ Applied vxlan", true)]
    [InlineData(Signal.Hangup, 129, "✓ Made 8 nodes", false)]
    public async Task A_signal_ends_it_and_nothing_is_left(Signal signal, int exitCode, string when, bool keeps)
    {
        MachineState before = MachineState.Read();
        using LabProcess lab = LabProcess.Start(keeps ? [.. s_large, "--keep"] : s_large);
        await lab.WaitForLineAsync(when);

        lab.Send(signal);
        LabResult result = await lab.EndAsync();

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.DoesNotContain("All 552 pairs answered", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, MachineState.Read());
    }

    [Fact]
    public async Task Clean_removes_what_a_killed_run_left()
    {
        await LabProcess.RunAsync("clean");
        MachineState before = MachineState.Read();
        string[] left = await KillInTheMiddleAsync();

        LabResult clean = await LabProcess.RunAsync("clean");

        Assert.Equal(0, clean.ExitCode);
        Assert.All(left, name => Assert.Contains(name, clean.Output, StringComparison.Ordinal));
        Assert.Equal(before, MachineState.Read());

        LabResult again = await LabProcess.RunAsync("clean");
        Assert.Equal((0, "Nothing to remove.\n"), (again.ExitCode, again.Output));
    }

    [Fact]
    public async Task The_next_run_removes_what_a_killed_run_left()
    {
        MachineState before = MachineState.Read();
        string[] left = await KillInTheMiddleAsync();

        LabResult next = await LabProcess.RunAsync("host-gw", "--nodes", "2", "--pods", "1");

        Assert.Equal(0, next.ExitCode);
        Assert.All(left, name => Assert.Contains(name, next.Output, StringComparison.Ordinal));
        Assert.Equal(before, MachineState.Read());
    }

    [Fact]
    public async Task A_kept_cluster_outlives_other_runs_until_it_is_cleaned_away()
    {
        await LabProcess.RunAsync("clean");
        MachineState before = MachineState.Read();
        try
        {
            LabResult kept = await LabProcess.RunAsync("vxlan", "--nodes", "2", "--pods", "1", "--keep");
            Assert.Equal(0, kept.ExitCode);
            IReadOnlyList<string> namespaces = MachineState.LabNamespaces();
            Assert.Equal(5, namespaces.Count);
            string node = Assert.Single(namespaces, name => name.EndsWith("-node-1", StringComparison.Ordinal));
            Assert.Contains($"ip netns exec {node} bridge fdb show dev vxlan42\n", kept.Output, StringComparison.Ordinal);
            Assert.Contains("./demo.sh clean\n", kept.Output, StringComparison.Ordinal);
            Assert.Contains("172.30.0.2", MachineState.Run("ip", "netns", "exec", node, "bridge", "fdb", "show", "dev", "vxlan42"), StringComparison.Ordinal);

            Assert.Equal(0, (await LabProcess.RunAsync("host-gw", "--nodes", "2", "--pods", "1")).ExitCode);
            Assert.Equal(namespaces, MachineState.LabNamespaces());
        }
        finally
        {
            LabResult clean = await LabProcess.RunAsync("clean");
            Assert.Equal(0, clean.ExitCode);
        }

        Assert.Equal(before, MachineState.Read());
    }

    private static async Task<string[]> KillInTheMiddleAsync()
    {
        string[] others = [.. MachineState.LabNamespaces()];
        using LabProcess lab = LabProcess.Start(s_large);
        await lab.WaitForLineAsync("✓ Made 8 nodes");
        lab.Send(Signal.Kill);
        LabResult result = await lab.EndAsync();
        Assert.Equal(137, result.ExitCode);
        string[] left = [.. MachineState.LabNamespaces().Except(others)];
        Assert.Equal(33, left.Length);
        return left;
    }
}
