using ClusterLab.Machine;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using Xunit;

namespace ClusterLab.IntegrationTests.Machine;

public sealed class RequirementsTests
{
    [Theory]
    [InlineData("veth", "CONFIG_VETH")]
    [InlineData("bridge", "CONFIG_BRIDGE")]
    [InlineData("vxlan", "CONFIG_VXLAN")]
    public void A_kernel_without_a_kind_of_link_is_told_of_with_the_remedy(string missing, string option)
    {
        using RouteNetlink netlink = KernelWithout(missing);

        var exception = Assert.Throws<LabException>(() => Requirements.CheckLinks(netlink, LabNetwork.Vxlan));

        Assert.Equal(1, exception.ExitCode);
        Assert.Contains($"{missing} links ({option})", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"modprobe {missing}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("eng/lab.sh -- ./demo.sh", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Host_gateways_need_no_vxlan()
    {
        using RouteNetlink netlink = KernelWithout("vxlan");

        Requirements.CheckLinks(netlink, LabNetwork.HostGateway);
    }

    [Fact]
    public void Missing_privilege_and_IPv6_are_told_of_with_the_remedy()
    {
        Assert.Contains("sudo ./demo.sh", Assert.Throws<LabException>(() => Requirements.CheckPrivilege(isPrivileged: false)).Message, StringComparison.Ordinal);
        Assert.Contains("Run without --ipv6", Assert.Throws<LabException>(() => Requirements.CheckIPv6(exists: false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 3, 1024, true)]
    [InlineData(4, 16, 1024, false)]
    [InlineData(32, 2, 1024, false)]
    [InlineData(32, 2, 2048, true)]
    public void A_cluster_that_the_kernels_table_of_neighbours_cannot_hold_is_refused(int nodes, int pods, int limit, bool fits)
    {
        var options = new LabOptions { Nodes = nodes, Pods = pods };
        if (fits)
        {
            Requirements.CheckNeighbors(options, "net.ipv4.neigh.default.gc_thresh3", limit);
            return;
        }

        var exception = Assert.Throws<LabException>(() => Requirements.CheckNeighbors(options, "net.ipv4.neigh.default.gc_thresh3", limit));
        Assert.Contains("sysctl -w net.ipv4.neigh.default.gc_thresh3=", exception.Message, StringComparison.Ordinal);
    }

    private static RouteNetlink KernelWithout(string kind) => new(new InMemoryKernel((in NetlinkMessage request, InMemoryReply reply) =>
    {
        if (Link.Read(request.Payload).Kind?.Name == kind)
            reply.Fail(LinuxError.EOPNOTSUPP, "Unknown device type");
    }).Connect());
}
