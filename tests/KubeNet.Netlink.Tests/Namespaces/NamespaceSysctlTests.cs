using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.Tests.Namespaces;

public sealed class NamespaceSysctlTests
{
    [Theory]
    [InlineData("net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward")]
    [InlineData("net/ipv4/ip_forward", "/proc/sys/net/ipv4/ip_forward")]
    [InlineData("net.ipv4.conf.eth0/1.forwarding", "/proc/sys/net/ipv4/conf/eth0.1/forwarding")]
    [InlineData("net/ipv4/conf/eth0.1/forwarding", "/proc/sys/net/ipv4/conf/eth0.1/forwarding")]
    public void The_first_separator_decides(string key, string path) => Assert.Equal(path, NamespaceSysctl.PathOf(key));

    [Theory]
    [InlineData("")]
    [InlineData("net")]
    [InlineData("kernel.hostname")]
    [InlineData("net..ip_forward")]
    [InlineData("net/../kernel/hostname")]
    [InlineData("net.//.kernel.hostname")]
    [InlineData("net.ipv4.")]
    [InlineData("net.ipv4.ip\0forward")]
    public void A_key_that_is_not_the_namespaces_is_refused(string key)
        => Assert.Throws<ArgumentException>(() => NamespaceSysctl.PathOf(key));
}
