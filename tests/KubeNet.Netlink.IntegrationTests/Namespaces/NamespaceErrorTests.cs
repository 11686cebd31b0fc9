using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

public sealed class NamespaceErrorTests
{
    [Fact]
    public void A_namespace_that_has_vanished_is_not_found()
    {
        var temporary = new TemporaryNamespace();
        temporary.Dispose();

        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.Open(temporary.Name));

        Assert.True(exception.IsNotFound);
        Assert.Equal($"Cannot open network namespace '{temporary.Name}': ENOENT (No such file or directory).", exception.Message);
        exception = Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.Delete(temporary.Name));
        Assert.Equal($"Cannot delete network namespace '{temporary.Name}': ENOENT (No such file or directory).", exception.Message);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_and_the_namespace_left_alone()
    {
        using var temporary = new TemporaryNamespace();

        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.Create(temporary.Name));

        Assert.True(exception.IsAlreadyExists);
        using NetworkNamespace still = NetworkNamespace.Open(temporary.Name);
        Assert.Equal(temporary.Namespace.Identity, still.Identity);
    }

    [Fact]
    public void A_file_that_has_lost_its_namespace_is_told_apart_and_can_be_deleted()
    {
        using var temporary = new TemporaryNamespace();
        string name = TemporaryNamespace.NewName();
        File.WriteAllText("/run/netns/" + name, string.Empty);

        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.Open(name));

        Assert.Equal(LinuxError.EINVAL, exception.Error);
        Assert.Equal("The file is no network namespace.", exception.Remedy);
        Assert.True(NetworkNamespace.TryDelete(name));
        Assert.False(NetworkNamespace.Exists(name));
    }

    [Fact]
    public void A_namespace_of_another_kind_is_refused()
        => Assert.Equal(
            LinuxError.EINVAL,
            Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.OpenPath("/proc/self/ns/mnt")).Error);

    [Fact]
    public void A_process_that_is_not_there_is_not_found()
    {
        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(() => NetworkNamespace.OpenProcess(int.MaxValue));

        Assert.True(exception.IsNotFound);
        Assert.Equal(
            "Cannot open the network namespace of process 2147483647: ENOENT (No such file or directory). There is no such process, or it has ended.",
            exception.Message);
    }

    [Fact]
    public void A_closed_handle_is_not_entered()
    {
        NetworkNamespace made = NetworkNamespace.CreateUnnamed();
        made.Dispose();

        Assert.Throws<ObjectDisposedException>(() => made.Invoke(() => { }));
    }

    [Theory]
    [InlineData(NamespaceProbes.Create, "'kn-test-refused'")]
    [InlineData(NamespaceProbes.CreateUnnamed, "an unnamed network namespace")]
    public void Without_the_capability_nothing_is_made_and_the_remedy_told(string probe, string subject)
    {
        using var temporary = new TemporaryNamespace();

        string message = Probe.Run(probe, "setpriv", "--bounding-set=-all", "--inh-caps=-all");

        Assert.Contains(subject, message, StringComparison.Ordinal);
        Assert.EndsWith("EPERM (Operation not permitted). This needs CAP_SYS_ADMIN; run as root.", message, StringComparison.Ordinal);
        Assert.False(NetworkNamespace.Exists("kn-test-refused"));
    }
}
