using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.Hosts;

/// <summary>Kernel settings that a member starts with, so that it behaves alike on every machine and sends nothing unasked.</summary>
internal sealed class NodeSysctls
{
    private readonly (string Key, int Value)[] _settings;

    private NodeSysctls((string Key, int Value)[] settings) => _settings = settings;

    /// <summary>Of hosts and pods. Link-local addresses too are usable at once, and nobody asks for routers.</summary>
    public static NodeSysctls Host { get; } = new(
    [
        ("net.ipv4.conf.all.rp_filter", 0),
        ("net.ipv4.conf.default.rp_filter", 0),
        ("net.ipv6.conf.all.accept_dad", 0),
        ("net.ipv6.conf.default.accept_dad", 0),
        ("net.ipv6.conf.default.accept_ra", 0),
    ]);

    /// <summary>Of switches, which are no hosts: no IPv6.</summary>
    public static NodeSysctls Switch { get; } = new([("net.ipv6.conf.all.disable_ipv6", 1), ("net.ipv6.conf.default.disable_ipv6", 1)]);

    /// <summary>Of what passes packets on.</summary>
    public static NodeSysctls Router { get; } = new([("net.ipv4.ip_forward", 1), ("net.ipv6.conf.all.forwarding", 1)]);

    public void Apply(NamespaceSysctl sysctl)
    {
        foreach ((string key, int value) in _settings)
        {
            try
            {
                sysctl.Set(key, value);
            }
            catch (NetworkNamespaceException exception) when (exception.IsNotFound && key.StartsWith("net.ipv6", StringComparison.Ordinal))
            {
                // A kernel without IPv6 has nothing to set.
            }
        }
    }
}
