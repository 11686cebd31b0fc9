using KubeNet.Netlink.DependencyInjection;
using KubeNet.Netlink.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace KubeNet.Netlink.Tests.DependencyInjection;

public sealed class ServiceCollectionExtensionsTests
{
    [Fact]
    public void All_share_one_connection_with_the_options_given()
    {
        var services = new ServiceCollection();
        services.AddKubeNetNetlink(new NetlinkOptions { DumpRetries = 3 });
        using ServiceProvider provider = services.BuildServiceProvider();
        var connection = provider.GetRequiredService<NetlinkConnection>();
        Assert.Same(connection, provider.GetRequiredService<NetlinkConnection>());
        Assert.Equal(3, connection.Options.DumpRetries);
    }

    [Fact]
    public void What_was_registered_before_stays()
    {
        using NetlinkConnection fake = new InMemoryKernel().Connect();
        var services = new ServiceCollection();
        services.AddSingleton(fake);
        services.AddKubeNetNetlink();
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Same(fake, provider.GetRequiredService<NetlinkConnection>());
    }
}
