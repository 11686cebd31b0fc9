using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.IntegrationTests.Namespaces;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Transport;

/// <summary>Watching a table of the real kernel, in a namespace in which no thread of the process is.</summary>
public sealed class WatchTests : IAsyncDisposable
{
    // Not the loopback device: there all neighbours are one.
    private const int Device = 100;

    // IPv6 has neighbours of its own accord.
    private static readonly NeighborFilter s_ipv4 = new() { Family = AddressFamily.InterNetwork };

    private readonly TemporaryNamespace _temporary = new();
    private readonly RouteNetlink _netlink;
    private readonly NeighborOperations _neighbors;
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private IAsyncEnumerator<Change<Neighbor>>? _watch;

    public WatchTests()
    {
        IpCommand.Run($"-n {_temporary.Name} link add v0 index {Device} type veth peer name v1");
        IpCommand.Run($"-n {_temporary.Name} link set v1 up");
        IpCommand.Run($"-n {_temporary.Name} link set v0 up");
        _netlink = RouteNetlink.Connect(_temporary.Namespace);
        _neighbors = new NeighborOperations(_netlink.Connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        _netlink.Dispose();
        _temporary.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task Changes_are_told_as_they_happen()
    {
        _neighbors.Add(Item(1));
        Start();
        Assert.Equal(Item(1).Key, (await Expect(ChangeKind.Snapshot)).Object!.Key);
        await Expect(ChangeKind.Synchronized);

        ValueTask<bool> next = _watch!.MoveNextAsync();
        Assert.False(next.IsCompleted);
        _neighbors.Add(Item(2));
        Assert.True(await next);
        Assert.Equal((ChangeKind.Added, Item(2).Key), (_watch.Current.Kind, _watch.Current.Object!.Key));

        _neighbors.Replace(Item(2) with { LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:99") });
        Change<Neighbor> updated = await Expect(ChangeKind.Updated);
        Assert.Equal(
            ("02:00:00:00:00:99", Item(2).LinkLayerAddress),
            (updated.Object!.LinkLayerAddress.ToString(), updated.Previous!.LinkLayerAddress));

        _neighbors.Delete(Item(1));
        for (Change<Neighbor> change = await Next(); change.Kind != ChangeKind.Removed; change = await Next())
        {
            // The kernel may tell of states on the way out.
            Assert.Equal(ChangeKind.Updated, change.Kind);
        }

        Assert.Equal(Item(1).Key, _watch.Current.Object!.Key);
    }

    [Fact]
    public async Task It_goes_on_when_connection_and_handle_are_closed()
    {
        Start(new WatchOptions { ReceiveBufferSize = 4096 });
        await Expect(ChangeKind.Synchronized);
        using RouteNetlink other = RouteNetlink.Connect(_temporary.Namespace);
        var neighbors = new NeighborOperations(other.Connection);
        _netlink.Dispose();
        _temporary.Namespace.Dispose();
        await Fall(neighbors, 500);
    }

    [Fact]
    public async Task A_watch_that_fell_behind_catches_up()
    {
        Start(new WatchOptions { ReceiveBufferSize = 4096 });
        await Expect(ChangeKind.Synchronized);
        await Fall(_neighbors, 2000);
        _neighbors.Add(Item(100_000));
        Assert.Equal(Item(100_000).Key, (await Expect(ChangeKind.Added)).Object!.Key);
    }

    [Fact]
    public async Task A_burst_of_a_hundred_thousand_waits_in_the_kernel()
    {
        Start();
        await Expect(ChangeKind.Synchronized);
        Add(_neighbors, 100_000);
        for (int i = 1; i <= 100_000; i++)
        {
            Assert.True(await _watch!.MoveNextAsync());
            if (_watch.Current.Kind != ChangeKind.Added)
            {
                Assert.Fail($"After {i} of 100,000 came {_watch.Current.Kind}.");
            }
        }
    }

    private static Neighbor Item(int number) => new()
    {
        InterfaceIndex = Device,
        Destination = new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]),
        LinkLayerAddress = MacAddress.FromUInt64(0x0200_0000_0000UL + (ulong)number),
        State = NeighborState.Permanent,
    };

    private static void Add(NeighborOperations neighbors, int count)
    {
        NetlinkBatch batch = neighbors.Connection.CreateBatch();
        for (int i = 1; i <= count; i++)
        {
            neighbors.Add(batch, Item(i));
        }

        batch.Execute().ThrowIfFailed();
    }

    /// <summary>Has the kernel tell more than fits, and sees that all of it comes in the end, each object once.</summary>
    private async Task Fall(NeighborOperations neighbors, int count)
    {
        Add(neighbors, count);
        var seen = new HashSet<NeighborKey>();
        bool hasFallen = false;
        for (Change<Neighbor> change = await Next(); change.Kind != ChangeKind.Synchronized; change = await Next())
        {
            hasFallen |= change.Kind == ChangeKind.Resync;
            if (change.Kind == ChangeKind.Added)
            {
                Assert.True(seen.Add(change.Object!.Key));
            }
        }

        Assert.True(hasFallen);
        Assert.Equal(count, seen.Count);
    }

    private void Start(WatchOptions? options = null) =>
        _watch = _neighbors.WatchAsync(s_ipv4, options, _deadline.Token).GetAsyncEnumerator(_deadline.Token);

    private async Task<Change<Neighbor>> Next()
    {
        Assert.True(await _watch!.MoveNextAsync());
        return _watch.Current;
    }

    private async Task<Change<Neighbor>> Expect(ChangeKind kind)
    {
        Change<Neighbor> change = await Next();
        Assert.Equal(kind, change.Kind);
        return change;
    }
}
