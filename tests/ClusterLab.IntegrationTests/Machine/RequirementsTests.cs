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

    private static RouteNetlink KernelWithout(string kind) => new(new InMemoryKernel((in NetlinkMessage request, InMemoryReply reply) =>
    {
        if (Link.Read(request.Payload).Kind?.Name == kind)
            reply.Fail(LinuxError.EOPNOTSUPP, "Unknown device type");
    }).Connect());
}
