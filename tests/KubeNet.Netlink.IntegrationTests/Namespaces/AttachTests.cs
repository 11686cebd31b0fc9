using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

public sealed class AttachTests
{
    private static readonly string s_name = $"knt-attach-{Environment.ProcessId}";

    [Fact]
    public void A_namespace_without_a_name_gets_one_that_outlives_its_handle()
    {
        NamespaceIdentity identity;
        using (var unnamed = NetworkNamespace.CreateUnnamed())
        {
            unnamed.Attach(s_name);
            identity = unnamed.Identity;
        }

        try
        {
            using var named = NetworkNamespace.Open(s_name);
            Assert.Equal(identity, named.Identity);
            using var other = NetworkNamespace.CreateUnnamed();
            Assert.True(Assert.Throws<NetworkNamespaceException>(() => other.Attach(s_name)).IsAlreadyExists);
        }
        finally
        {
            Assert.True(NetworkNamespace.TryDelete(s_name));
        }
        Assert.False(NetworkNamespace.Exists(s_name));
    }

    [Fact]
    public void A_closed_handle_leaves_no_file_behind()
    {
        var unnamed = NetworkNamespace.CreateUnnamed();
        unnamed.Dispose();

        Assert.Throws<ObjectDisposedException>(() => unnamed.Attach(s_name + "-closed"));

        Assert.False(NetworkNamespace.Exists(s_name + "-closed"));
    }
}
