using KubeNet.Netlink.Namespaces;
using KubeNet.Tests.Shared;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

[Collection(AloneCollection.Name)]
public sealed class NamedNamespaceTests
{
    [Fact]
    public void Ip_lists_and_enters_a_namespace_made_here()
    {
        using var temporary = new TemporaryNamespace();

        Assert.Contains(temporary.Name, IpCommand.Run("netns list"), StringComparison.Ordinal);
        Assert.Equal(
            temporary.Namespace.Identity.ToString(),
            IpCommand.Run($"netns exec {temporary.Name} readlink /proc/self/ns/net").Trim());
    }

    [Fact]
    public void A_namespace_made_by_ip_is_opened_listed_and_deleted_here()
    {
        string name = TemporaryNamespace.NewName();
        IpCommand.Run($"netns add {name}");
        using (NetworkNamespace opened = NetworkNamespace.Open(name))
        {
            Assert.Equal(name, opened.Name);
            Assert.Equal(
                IpCommand.Run($"netns exec {name} readlink /proc/self/ns/net").Trim(),
                opened.Identity.ToString());
        }

        Assert.Contains(name, NetworkNamespace.List());
        Assert.True(NetworkNamespace.Exists(name));
        NetworkNamespace.Delete(name);
        Assert.DoesNotContain(name, IpCommand.Run("netns list"), StringComparison.Ordinal);
        Assert.False(NetworkNamespace.Exists(name));
    }

    [Fact]
    public void Ip_deletes_a_namespace_made_here()
    {
        using var temporary = new TemporaryNamespace();

        IpCommand.Run($"netns delete {temporary.Name}");

        Assert.False(NetworkNamespace.Exists(temporary.Name));
        Assert.False(NetworkNamespace.TryDelete(temporary.Name));
    }

    [Fact]
    public void A_new_namespace_has_loopback_alone_and_it_is_down()
    {
        using var temporary = new TemporaryNamespace();

        string line = Assert.Single(IpCommand.Run($"-n {temporary.Name} -o link show").TrimEnd().Split('\n'));
        Assert.StartsWith("1: lo: <LOOPBACK> ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_namespace_lives_on_for_those_who_hold_it()
    {
        using NetworkNamespace held = NetworkNamespace.Create(TemporaryNamespace.NewName());
        NetworkNamespace.Delete(held.Name!);

        Assert.Equal("0", held.Sysctl.Get("net.ipv4.ip_forward"));
    }

    [Fact]
    public void Two_handles_of_one_namespace_have_one_identity()
    {
        using var temporary = new TemporaryNamespace();
        using var other = new TemporaryNamespace();
        using NetworkNamespace byName = NetworkNamespace.Open(temporary.Name);
        using NetworkNamespace byPath = NetworkNamespace.OpenPath("/run/netns/" + temporary.Name);

        Assert.Equal(temporary.Namespace.Identity, byName.Identity);
        Assert.Equal(temporary.Namespace.Identity, byPath.Identity);
        Assert.NotEqual(temporary.Namespace.Identity, other.Namespace.Identity);
        Assert.Null(byPath.Name);
    }

    [Fact]
    public void The_thread_the_process_and_the_current_namespace_are_one()
    {
        using NetworkNamespace current = NetworkNamespace.Current();
        using NetworkNamespace process = NetworkNamespace.OpenProcess(Environment.ProcessId);
        using NetworkNamespace thread = NetworkNamespace.OpenThread(Environment.ProcessId, Environment.ProcessId);

        Assert.Equal(current.Identity, process.Identity);
        Assert.Equal(current.Identity, thread.Identity);
        Assert.Equal(new FileInfo("/proc/self/ns/net").LinkTarget, current.ToString());
    }

    [Fact]
    public void Of_many_who_want_one_name_one_gets_it()
    {
        string name = TemporaryNamespace.NewName();
        int made = 0;
        int taken = 0;
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            try
            {
                NetworkNamespace.Create(name).Dispose();
                Interlocked.Increment(ref made);
            }
            catch (NetworkNamespaceException exception) when (exception.IsAlreadyExists)
            {
                Interlocked.Increment(ref taken);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        NetworkNamespace.Delete(name);
        Assert.Equal((1, 7), (made, taken));
    }

    [Fact]
    public void A_thousand_namespaces_leave_no_descriptor_and_no_thread_behind()
    {
        for (int i = 0; i < 10; i++)
            Cycle();
        int descriptors = Directory.GetFileSystemEntries("/proc/self/fd").Length;

        for (int i = 0; i < 1000; i++)
            Cycle();

        Assert.InRange(Directory.GetFileSystemEntries("/proc/self/fd").Length, 0, descriptors + 20);

        // The kernel takes a moment to bury a thread that was joined.
        Assert.True(SpinWait.SpinUntil(
            () => !ProcessThreads.Names().Any(name => name.StartsWith("kubenet-netns", StringComparison.Ordinal)), TimeSpan.FromSeconds(10)));

        static void Cycle()
        {
            using NetworkNamespace made = NetworkNamespace.CreateUnnamed();
        }
    }
}
