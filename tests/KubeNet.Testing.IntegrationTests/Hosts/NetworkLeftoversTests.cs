using System.Diagnostics;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Hosts;
using KubeNet.Testing.Leftovers;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Hosts;

[Collection(NetworkCollection.Name)]
public sealed class NetworkLeftoversTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(14)]
    public async Task A_process_that_is_killed_in_the_middle_leaves_nothing_that_is_not_removed(int lines)
    {
        string links = MachineState.ReadLinks();
        string id = await KillAfter(lines, keep: false);

        NetworkLeftover found = Assert.Single(NetworkLeftovers.Find(), leftover => leftover.Network == id);
        IReadOnlyList<NetworkLeftover> removed = NetworkLeftovers.Remove();

        Assert.Contains(removed, leftover => leftover.Network == id && leftover.Namespaces.SequenceEqual(found.Namespaces));
        MachineState.AssertGone(id);
        Assert.Equal(links, MachineState.ReadLinks());
    }

    [Fact]
    public async Task A_new_network_removes_what_dead_processes_left()
    {
        string id = await KillAfter(14, keep: false);

        using VirtualNetwork network = VirtualNetwork.Create();

        MachineState.AssertGone(id);
    }

    [Fact]
    public async Task What_is_to_be_kept_is_removed_only_when_asked_for()
    {
        string id = await KillAfter(14, keep: true);
        string[] names = MachineState.NamespacesOf(id);
        Assert.Equal(9, names.Length);

        Assert.DoesNotContain(NetworkLeftovers.Remove(), leftover => leftover.Network == id);
        NetworkLeftover removed = Assert.Single(NetworkLeftovers.Remove(includeKept: true), leftover => leftover.Network == id);

        Assert.True(removed.IsKept);
        Assert.Equal(names.Order(StringComparer.Ordinal), removed.Namespaces.Order(StringComparer.Ordinal));
        MachineState.AssertGone(id);
    }

    [Fact]
    public void A_kept_network_stays_when_it_is_disposed_and_can_be_removed_by_the_same_process()
    {
        VirtualNetwork network = VirtualNetwork.Create(new() { Keep = true });
        VirtualNetworkTests.Build(network);

        network.Dispose();

        Assert.True(NetworkNamespace.Exists($"kn-{network.Id}-node1"));
        Assert.Contains(NetworkLeftovers.Remove(includeKept: true), leftover => leftover.Network == network.Id && leftover.Namespaces.Count == 4);
        MachineState.AssertGone(network.Id);
    }

    [Fact]
    public void Whether_a_network_is_kept_can_be_said_until_it_is_disposed()
    {
        using VirtualNetwork finished = VirtualNetwork.Create(), failed = VirtualNetwork.Create(new() { Keep = true });
        finished.AddHost("a");
        failed.AddHost("a");

        finished.Keep = true;
        failed.Keep = false;
        finished.Dispose();
        failed.Dispose();

        MachineState.AssertGone(failed.Id);
        Assert.DoesNotContain(NetworkLeftovers.Remove(), leftover => leftover.Network == finished.Id);
        Assert.Single(NetworkLeftovers.Remove(includeKept: true), leftover => leftover.Network == finished.Id && leftover.IsKept);
        MachineState.AssertGone(finished.Id);
    }

    [Fact]
    public void A_network_in_use_is_left_alone_whatever_is_asked_for()
    {
        using VirtualNetwork network = VirtualNetwork.Create(new() { Keep = false });
        using VirtualNetwork kept = VirtualNetwork.Create(new() { Keep = true });
        network.AddHost("a");
        kept.AddHost("a");

        NetworkLeftovers.Remove(includeKept: true);

        Assert.True(NetworkNamespace.Exists($"kn-{network.Id}-a"));
        Assert.True(NetworkNamespace.Exists($"kn-{kept.Id}-a"));
        kept.Dispose();
        NetworkLeftovers.Remove(includeKept: true);
    }

    [Fact]
    public async Task A_namespace_that_others_made_under_the_name_of_one_of_ours_is_left_alone()
    {
        string id = await KillAfter(14, keep: false);
        string name = $"kn-{id}-node2";
        NetworkNamespace.Delete(name);
        using var foreign = NetworkNamespace.Create(name);
        try
        {
            NetworkLeftover removed = Assert.Single(NetworkLeftovers.Remove(), leftover => leftover.Network == id);

            Assert.DoesNotContain(name, removed.Namespaces);
            Assert.Equal([name], MachineState.NamespacesOf(id));
        }
        finally
        {
            NetworkNamespace.TryDelete(name);
        }
    }

    [Theory]
    [InlineData("{NAME}")]
    [InlineData("kn-{ID}-../{NAME}")]
    [InlineData("../netns/{NAME}")]
    public async Task A_journal_that_was_tampered_with_removes_nothing(string entry)
    {
        string foreignName = $"foreign{Environment.ProcessId}";
        using var foreign = NetworkNamespace.Create(foreignName);
        string id = await KillAfter(14, keep: false);
        string journal = NetworkLeftovers.Find().Single(leftover => leftover.Network == id).Journal;
        string original = await File.ReadAllTextAsync(journal, Cancelled);
        try
        {
            string name = entry.Replace("{ID}", id, StringComparison.Ordinal).Replace("{NAME}", foreignName, StringComparison.Ordinal);
            await File.AppendAllTextAsync(
                journal, $"{{\"namespace\":\"{name}\",\"identity\":{{\"device\":{foreign.Identity.Device},\"inode\":{foreign.Identity.Inode}}}}}\n", Cancelled);

            Assert.DoesNotContain(NetworkLeftovers.Remove(includeKept: true), leftover => leftover.Network == id);

            Assert.NotNull(NetworkLeftovers.Find().Single(leftover => leftover.Network == id).Distrust);
            Assert.True(NetworkNamespace.Exists(foreignName));
            Assert.Equal(9, MachineState.NamespacesOf(id).Length);
        }
        finally
        {
            await File.WriteAllTextAsync(journal, original, CancellationToken.None);
            NetworkLeftovers.Remove();
            NetworkNamespace.TryDelete(foreignName);
        }
    }

    [Fact]
    public async Task A_link_under_the_name_of_one_of_ours_is_left_alone_with_what_it_leads_to()
    {
        string foreignName = $"linked{Environment.ProcessId}";
        using var foreign = NetworkNamespace.Create(foreignName);
        string id = await KillAfter(14, keep: false);
        string name = $"kn-{id}-node3";
        NetworkNamespace.Delete(name);
        File.CreateSymbolicLink($"/run/netns/{name}", $"/run/netns/{foreignName}");
        try
        {
            NetworkLeftovers.Remove();

            using var still = NetworkNamespace.Open(foreignName);
            Assert.Equal(foreign.Identity, still.Identity);
        }
        finally
        {
            File.Delete($"/run/netns/{name}");
            NetworkNamespace.TryDelete(foreignName);
        }
    }

    [Fact]
    public async Task The_file_of_a_name_that_was_not_bound_yet_is_removed()
    {
        string id = await KillAfter(14, keep: false);
        string name = $"kn-{id}-node1";
        NetworkNamespace.Delete(name);
        await File.WriteAllTextAsync($"/run/netns/{name}", string.Empty, Cancelled);

        NetworkLeftovers.Remove();

        Assert.False(File.Exists($"/run/netns/{name}"));
    }

    // SIGKILL when the child has said so many lines, of which the first is the id. What it does then goes on until the signal comes.
    private static async Task<string> KillAfter(int lines, bool keep)
    {
        using Process child = NetworkChild.Start(keep);
        string id = await child.StandardOutput.ReadLineAsync(Cancelled) ?? throw new InvalidOperationException("The child ended before it had a network.");
        for (int i = 1; i < lines; i++)
            Assert.NotNull(await child.StandardOutput.ReadLineAsync(Cancelled));
        child.Kill();
        await child.WaitForExitAsync(Cancelled);
        return id;
    }
}
