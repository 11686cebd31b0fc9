using System.Net;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Neighbors;

/// <summary>The kernel tells of neighbours and of FDB entries in one group; each watch tells of its own.</summary>
public sealed class NeighborWatchTests : IDisposable
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:01");
    private readonly TestNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task Each_watch_tells_of_its_own()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        var neighbor = new Neighbor { InterfaceIndex = _network.Peer, Destination = IPAddress.Parse("10.1.0.1"), LinkLayerAddress = s_mac };
        var entry = new FdbEntry { InterfaceIndex = _network.Vxlan, MacAddress = s_mac, Destination = IPAddress.Parse("10.9.0.1") };
        await using IAsyncEnumerator<Change<Neighbor>> neighbors = _network.Neighbors
            .WatchAsync(new NeighborFilter { InterfaceIndex = _network.Peer, State = NeighborState.Permanent }, cancellationToken: deadline.Token)
            .GetAsyncEnumerator(deadline.Token);
        await using IAsyncEnumerator<Change<FdbEntry>> entries = _network.Fdb
            .WatchAsync(new FdbFilter { MacAddress = s_mac }, cancellationToken: deadline.Token)
            .GetAsyncEnumerator(deadline.Token);
        await NextAsync(neighbors, ChangeKind.Synchronized);
        await NextAsync(entries, ChangeKind.Synchronized);

        _network.Fdb.Add(entry);
        _network.Neighbors.Add(neighbor);
        _network.Fdb.Replace(entry with { Destination = IPAddress.Parse("10.9.0.2") });
        _network.Neighbors.Replace(neighbor with { Protocol = 7, Flags = NeighborFlags.ExternallyLearned });
        _network.Fdb.Delete(entry with { Destination = IPAddress.Parse("10.9.0.2") });
        _network.Neighbors.Delete(neighbor);

        foreach (ChangeKind kind in new[] { ChangeKind.Added, ChangeKind.Updated, ChangeKind.Removed })
        {
            Assert.Equal(neighbor.Key, (await NextAsync(neighbors, kind)).Object!.Key);
            Assert.Equal(entry.Key, (await NextAsync(entries, kind)).Object!.Key);
        }
    }

    private static async Task<Change<T>> NextAsync<T>(IAsyncEnumerator<Change<T>> changes, ChangeKind kind)
        where T : class
    {
        do
        {
            Assert.True(await changes.MoveNextAsync());
        }
        while (kind == ChangeKind.Removed && changes.Current.Kind == ChangeKind.Updated); // Some kernels tell of one replacement twice.

        Assert.Equal(kind, changes.Current.Kind);
        return changes.Current;
    }
}
