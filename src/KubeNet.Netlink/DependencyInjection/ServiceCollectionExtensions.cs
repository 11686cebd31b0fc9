using KubeNet.Netlink.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KubeNet.Netlink.DependencyInjection;

/// <summary>Registers the package with a container.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="RouteNetlink"/> for the process's network namespace, the <see cref="NetlinkConnection"/> through which
    /// it speaks, and their <see cref="NetlinkOptions"/>, which log to the container's loggers unless they have one. All share
    /// them. What was registered before stays.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="options">How connections behave; null for the defaults.</param>
    public static IServiceCollection AddKubeNetNetlink(this IServiceCollection services, NetlinkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        options ??= new NetlinkOptions();
        services.TryAddSingleton(provider =>
            options with { Logger = options.Logger ?? provider.GetService<ILoggerFactory>()?.CreateLogger(NetlinkDiagnostics.MeterName) });
        services.TryAddSingleton(static provider => NetlinkConnection.Open(options: provider.GetRequiredService<NetlinkOptions>()));
        services.TryAddSingleton(static provider => new RouteNetlink(provider.GetRequiredService<NetlinkConnection>()));
        return services;
    }
}
