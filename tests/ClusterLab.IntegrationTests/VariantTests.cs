using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace ClusterLab.IntegrationTests;

public sealed class VariantTests
{
    private const string VxlanOverIPv4 = @"^IPv4 172\.30\.0\.\d > 172\.30\.0\.\d / UDP \d+ > 4789 / VXLAN vni 42, carries IPv[46] (10\.244\.|fd44:).+ echo re";
    private const string VxlanOverIPv6 = @"^IPv6 fd30::\d > fd30::\d / UDP \d+ > 4789 / VXLAN vni 42, carries IPv6 fd44:.+ echo re";
    private const string BarePacket = @"^(IPv4 10\.244\.\d\.\d > 10\.244\.\d\.\d / ICMP|IPv6 fd44:\d::\d > fd44:\d::\d / ICMPv6) echo re[^/]+, not encapsulated$";

    [Theory]
    [InlineData("vxlan", 3, 2, 30, VxlanOverIPv4)]
    [InlineData("vxlan --dual-stack", 3, 2, 60, VxlanOverIPv4)]
    [InlineData("vxlan --ipv6", 3, 2, 30, VxlanOverIPv6)]
    [InlineData("vxlan --nodes 8 --pods 3", 8, 3, 552, VxlanOverIPv4)]
    [InlineData("vxlan --mtu 9000", 3, 2, 30, VxlanOverIPv4)]
    [InlineData("vxlan --mtu 1330 --dual-stack", 3, 2, 60, VxlanOverIPv4)]
    [InlineData("host-gw", 3, 2, 30, BarePacket)]
    [InlineData("host-gw --dual-stack", 3, 2, 60, BarePacket)]
    [InlineData("host-gw --ipv6", 3, 2, 30, BarePacket)]
    [InlineData("host-gw --nodes 8 --pods 3 --dual-stack", 8, 3, 1104, BarePacket)]
    [InlineData("host-gw --mtu 65535 --nodes 2 --pods 1", 2, 1, 2, BarePacket)]
    public async Task Every_pair_answers_and_nothing_is_left(string arguments, int nodes, int podsPerNode, int pairs, string onTheWire)
    {
        MachineState before = MachineState.Read();

        LabResult result = await LabProcess.RunAsync([.. arguments.Split(' '), "--json"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(before, MachineState.Read());
        JsonElement report = result.Json();
        Assert.Equal(
            ["network", "ok", "nodes", "pods", "pairs", "failed", "probes", "captures", "diagram"],
            report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(arguments.Split(' ')[0], report.GetProperty("network").GetString());
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal(nodes, report.GetProperty("nodes").GetInt32());
        Assert.Equal(nodes * podsPerNode, report.GetProperty("pods").GetInt32());
        Assert.Equal(pairs, report.GetProperty("pairs").GetInt32());
        Assert.Equal(0, report.GetProperty("failed").GetInt32());
        AssertProbes(report.GetProperty("probes"), pairs);
        AssertCaptures(report.GetProperty("captures"), nodes, onTheWire);
        AssertDiagram(report.GetProperty("diagram").GetString()!, nodes, podsPerNode);
    }

    [Fact]
    public async Task A_single_node_has_nothing_on_the_wire()
    {
        LabResult result = await LabProcess.RunAsync("vxlan", "--nodes", "1", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Json().GetProperty("pairs").GetInt32());
        Assert.Equal(0, result.Json().GetProperty("captures").GetArrayLength());
    }

    [Fact]
    public async Task Throughput_is_measured_in_each_family()
    {
        LabResult result = await LabProcess.RunAsync("vxlan", "--nodes", "2", "--pods", "1", "--dual-stack", "--throughput", "--json");

        Assert.Equal(0, result.ExitCode);
        JsonElement[] measurements = [.. result.Json().GetProperty("throughput").EnumerateArray()];
        Assert.Equal(["IPv4", "IPv6"], measurements.Select(measurement => measurement.GetProperty("family").GetString()));
        Assert.All(measurements, measurement =>
        {
            Assert.Equal("node-1/pod-1", measurement.GetProperty("from").GetString());
            Assert.Equal("node-2/pod-1", measurement.GetProperty("to").GetString());
            Assert.True(measurement.GetProperty("bytes").GetInt64() > 0);
            Assert.True(measurement.GetProperty("gigabitsPerSecond").GetDouble() > 0);
        });
    }

    private static void AssertProbes(JsonElement probes, int pairs)
    {
        var seen = new HashSet<(string?, string?, string?)>();
        foreach (JsonElement probe in probes.EnumerateArray())
        {
            Assert.True(probe.GetProperty("ok").GetBoolean());
            Assert.True(probe.GetProperty("rttMicroseconds").GetDouble() > 0);
            Assert.True(seen.Add((probe.GetProperty("from").GetString(), probe.GetProperty("to").GetString(), probe.GetProperty("family").GetString())));
        }

        Assert.Equal(pairs, seen.Count);
        Assert.DoesNotContain(seen, probe => probe.Item1 == probe.Item2);
    }

    private static void AssertCaptures(JsonElement captures, int nodes, string onTheWire)
    {
        // To each other node and back.
        Assert.True(captures.GetArrayLength() >= 2 * (nodes - 1));
        Assert.All(captures.EnumerateArray(), capture =>
        {
            Assert.Equal("node-1/eth0", capture.GetProperty("device").GetString());
            Assert.Matches(onTheWire, capture.GetProperty("summary").GetString());
        });
    }

    private static void AssertDiagram(string path, int nodes, int podsPerNode)
    {
        string[] texts = [.. XDocument.Load(path).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        for (int node = 1; node <= nodes; node++)
            Assert.Single(texts, text => text == $"node-{node}");
        Assert.Equal(nodes * podsPerNode, texts.Count(text => text.StartsWith("pod-", StringComparison.Ordinal)));
        Assert.Contains("flowchart TB", File.ReadAllText(Path.ChangeExtension(path, ".mmd")), StringComparison.Ordinal);
    }
}
