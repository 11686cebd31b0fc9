using Xunit;

namespace ClusterLab.IntegrationTests;

public sealed class TextTests
{
    [Fact]
    public async Task Vxlan_shows_matrix_headers_and_what_the_kernel_has()
    {
        LabResult result = await LabProcess.RunAsync("vxlan");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Equal(30, result.Output.Split('\n').Where(line => line.StartsWith("│ node-", StringComparison.Ordinal) && line.Contains('·', StringComparison.Ordinal))
            .Sum(line => line.Split('│').Count(cell => cell.TrimEnd().EndsWith("µs", StringComparison.Ordinal) || cell.TrimEnd().EndsWith("ms", StringComparison.Ordinal))));
        Assert.Matches(@"IPv4 172\.30\.0\.1 > 172\.30\.0\.2 / UDP \d+ > 4789 / VXLAN vni 42 ", result.Output);
        Assert.Matches(@"│ 10\.244\.2\.0/24 │ \S+ +│ vxlan42 │ the overlay │ onlink │", result.Output);
        Assert.Matches(@"│ 10\.244\.2\.0 +│ \S+ │ vxlan42 │ permanent │", result.Output);
        Assert.Matches(@"│ \S+ │ vxlan42 │ 172\.30\.0\.2 │ permanent │", result.Output);
        Assert.EndsWith("All 30 pairs answered.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_gateways_show_routes_through_the_nodes()
    {
        LabResult result = await LabProcess.RunAsync("host-gw", "--dual-stack");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"│ 10\.244\.2\.0/24 │ 172\.30\.0\.2 +│ eth0 +│ the overlay ", result.Output);
        Assert.Matches(@"│ fd44:2::/64 +│ fd30::2 +│ eth0 +│ the overlay ", result.Output);
        Assert.Contains("is the bare packet", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pods_have_a_mark_for_each_pair_and_times_by_nodes()
    {
        LabResult result = await LabProcess.RunAsync("host-gw", "--nodes", "8", "--pods", "3");

        Assert.Equal(0, result.ExitCode);
        string[] rows = [.. result.Output.Split('\n').Where(line => line.StartsWith("node-", StringComparison.Ordinal))];
        Assert.Equal(24, rows.Length);
        Assert.All(rows, row => Assert.Equal((23, 1), (row.Count(mark => mark == '✓'), row.Count(mark => mark == '·'))));
        Assert.Contains("│ node-8 ", result.Output, StringComparison.Ordinal);
    }
}
