using KubeNet.Netlink.IntegrationTests.Namespaces;

namespace KubeNet.Netlink.IntegrationTests.Errors;

/// <summary>What is told to someone who lacks a capability. Reading needs none.</summary>
public sealed class OrdinaryUserTests : IDisposable
{
    private readonly TemporaryNamespace _namespace = new();

    [Fact]
    public void A_link_is_not_made() => Assert.Equal(
        "NetlinkException: Cannot add link 'a0' (ifb): EPERM (Operation not permitted). "
        + "It needs the capability CAP_NET_ADMIN in this network namespace: run as root or grant it.",
        Try(ErrorProbes.AddLink));

    [Fact]
    public void A_namespace_is_not_entered() => Assert.Equal(
        $"NetworkNamespaceException: Cannot enter network namespace '{_namespace.Name}': EPERM (Operation not permitted). "
        + "This needs CAP_SYS_ADMIN; run as root.",
        Try(ErrorProbes.ConnectTo + _namespace.Name));

    [Fact]
    public void Links_are_listed() => Assert.Equal("lo", Try(ErrorProbes.ListLinks));

    public void Dispose() => _namespace.Dispose();

    /// <summary>Tries it as a user of no rights but to read files, without which the test itself might be out of reach.</summary>
    private string Try(string probe) => Probe.Run(
        probe,
        "nsenter",
        $"--net=/run/netns/{_namespace.Name}",
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        "--inh-caps=-all,+dac_read_search",
        "--ambient-caps=-all,+dac_read_search");
}
