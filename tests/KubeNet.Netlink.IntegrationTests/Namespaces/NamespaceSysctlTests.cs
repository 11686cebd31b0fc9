using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

public sealed class NamespaceSysctlTests : IDisposable
{
    private readonly TemporaryNamespace _temporary = new();

    private NamespaceSysctl Sysctl => _temporary.Namespace.Sysctl;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_setting_is_the_namespaces_own()
    {
        string home = File.ReadAllText("/proc/sys/net/ipv4/ip_default_ttl").Trim();
        Assert.NotEqual("77", home);

        Sysctl.Set("net.ipv4.ip_default_ttl", 77);

        Assert.Equal("77", Sysctl.Get("net/ipv4/ip_default_ttl"));
        Assert.Equal("77", IpCommand.Run($"netns exec {_temporary.Name} cat /proc/sys/net/ipv4/ip_default_ttl").Trim());
        Assert.Equal(home, File.ReadAllText("/proc/sys/net/ipv4/ip_default_ttl").Trim());
    }

    [Fact]
    public void Several_numbers_are_one_value()
    {
        Sysctl.Set("net.ipv4.ip_local_port_range", "20000 30000");

        Assert.Equal("20000\t30000", Sysctl.Get("net.ipv4.ip_local_port_range"));
    }

    [Theory]
    [InlineData("net.ipv4.conf.eth0/1.forwarding")]
    [InlineData("net/ipv4/conf/eth0.1/forwarding")]
    public void An_interface_with_a_dot_is_reached_in_both_forms(string key)
    {
        IpCommand.Run($"-n {_temporary.Name} link add eth0.1 type veth peer name other");

        Sysctl.Set(key, 1);

        Assert.Equal("1", Sysctl.Get(key));
    }

    [Fact]
    public void A_setting_that_is_absent_is_told_by_result_or_by_error()
    {
        Assert.False(Sysctl.TryGet("net.ipv4.conf.absent0.forwarding", out string? value));
        Assert.Null(value);

        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => Sysctl.Set("net.ipv4.conf.absent0.forwarding", 1));
        Assert.True(exception.IsNotFound);
        Assert.Equal(
            $"Cannot set 'net.ipv4.conf.absent0.forwarding' to '1' in network namespace '{_temporary.Name}': ENOENT (No such file or directory). "
            + "The interface in the key does not exist there, or the kernel lacks the feature, or its module is not loaded.",
            exception.Message);
        Assert.Throws<NetworkNamespaceException>(() => Sysctl.Get("net.ipv4.conf.absent0.forwarding"));
    }

    [Fact]
    public void A_value_that_the_kernel_refuses_is_named()
    {
        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => Sysctl.Set("net.ipv4.ip_default_ttl", "4711"));

        Assert.Contains("'4711'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("The kernel does not accept the value for this setting.", exception.Remedy);
    }
}
