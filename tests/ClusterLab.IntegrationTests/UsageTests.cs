using Xunit;

namespace ClusterLab.IntegrationTests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("calico", "calico")]
    [InlineData("--nodes 0", "--nodes is 1 to 64, not '0'.")]
    [InlineData("--nodes 65", "--nodes is 1 to 64, not '65'.")]
    [InlineData("--pods two", "--pods is 1 to 64, not 'two'.")]
    [InlineData("--mtu 65536", "--mtu is 1280 to 65535, not '65536'.")]
    [InlineData("--mtu 1349 --ipv6", "at least 1350 here")]
    [InlineData("--mtu 1329 --dual-stack", "at least 1330 here")]
    [InlineData("--nodes 64 --pods 64", "at most 256")]
    [InlineData("--nodes 1 --pods 1", "nobody to talk to")]
    [InlineData("--ipv6 --dual-stack", "exclude each other")]
    [InlineData("--frobnicate", "--frobnicate")]
    public async Task A_wrong_command_line_is_told_what_is_wrong(string arguments, string message)
    {
        LabResult result = await LabProcess.RunAsync([.. arguments.Split(' '), "--json"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_program_as_it_is_called_and_every_option()
    {
        LabResult result = await LabProcess.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(
            ["  ./demo.sh [", "host-gw", "vxlan", "--nodes", "--pods", "--ipv6", "--dual-stack", "--mtu", "--throughput", "--json", "--keep", "clean"],
            word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
    }
}
