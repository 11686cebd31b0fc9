using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class WatchTests : IAsyncDisposable
{
    private readonly SampleKernel _kernel;
    private readonly NetlinkConnection _connection;
    private readonly SampleOperations _samples;
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(30));
    private IAsyncEnumerator<Change<Sample>>? _watch;

    public WatchTests()
    {
        _kernel = new SampleKernel(notificationCapacity: 10);
        _connection = _kernel.Kernel.Connect();
        _samples = new SampleOperations(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        _connection.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task What_is_there_comes_first_then_each_change()
    {
        _kernel.Table[1] = Item(1);
        Start();
        Assert.Equal(new Change<Sample>(ChangeKind.Snapshot, Item(1), null), await Next());
        Assert.Equal(new Change<Sample>(ChangeKind.Synchronized, null, null), await Next());

        _kernel.Put(Item(2));
        Assert.Equal(new Change<Sample>(ChangeKind.Added, Item(2), null), await Next());
        _kernel.Put(Item(1, 7));
        Assert.Equal(new Change<Sample>(ChangeKind.Updated, Item(1, 7), Item(1)), await Next());
        _kernel.Remove(2);
        Assert.Equal(new Change<Sample>(ChangeKind.Removed, Item(2), Item(2)), await Next());
    }

    [Fact]
    public async Task The_snapshot_can_be_left_out_and_is_known_nonetheless()
    {
        _kernel.Table[1] = Item(1);
        _watch = _samples.WatchAsync(null, new WatchOptions { IncludeSnapshot = false }, _deadline.Token).GetAsyncEnumerator(_deadline.Token);
        await Expect(ChangeKind.Synchronized);
        _kernel.Put(Item(1, 7));
        Assert.Equal(new Change<Sample>(ChangeKind.Updated, Item(1, 7), Item(1)), await Next());
    }

    [Fact]
    public async Task A_change_wakes_one_who_waits()
    {
        Start();
        await Expect(ChangeKind.Synchronized);
        ValueTask<bool> next = _watch!.MoveNextAsync();
        Assert.False(next.IsCompleted);
        _kernel.Put(Item(1));
        Assert.True(await next);
        Assert.Equal(ChangeKind.Added, _watch.Current.Kind);
    }

    [Fact]
    public async Task What_the_snapshot_had_is_not_told_again()
    {
        Start();
        await Expect(ChangeKind.Synchronized);
        _kernel.Put(Item(1));
        _kernel.Put(Item(1));
        _kernel.Put(Item(2));
        Assert.Equal(1, (await Expect(ChangeKind.Added)).Object!.Index);
        Assert.Equal(2, (await Expect(ChangeKind.Added)).Object!.Index);
    }

    [Fact]
    public async Task A_change_during_the_listing_is_not_missed()
    {
        bool isFirst = true;
        InMemoryKernel? kernel = null;
        kernel = new InMemoryKernel((in _, reply) =>
        {
            if (isFirst)
            {
                isFirst = false;
                kernel!.Notify(Sample.Group, Sample.New, Item(5));
            }

            reply.Done();
        });
        using NetlinkConnection connection = kernel.Connect();
        _watch = new SampleOperations(connection).WatchAsync(cancellationToken: _deadline.Token).GetAsyncEnumerator(_deadline.Token);
        await Expect(ChangeKind.Synchronized);
        Assert.Equal(Item(5), (await Expect(ChangeKind.Added)).Object);
    }

    [Fact]
    public async Task An_object_that_the_filter_no_longer_wants_is_gone()
    {
        _kernel.Table[1] = Item(1, 5);
        _kernel.Table[2] = Item(2, 1);
        Start(new SampleFilter { Least = 3 });
        Assert.Equal(Item(1, 5), (await Expect(ChangeKind.Snapshot)).Object);
        await Expect(ChangeKind.Synchronized);
        _kernel.Put(Item(3, 2));
        _kernel.Put(Item(1, 2));
        Assert.Equal(Item(1, 5), (await Expect(ChangeKind.Removed)).Previous);
        _kernel.Remove(3);
        _kernel.Put(Item(2, 4));
        Assert.Equal(Item(2, 4), (await Expect(ChangeKind.Added)).Object);
    }

    [Fact]
    public async Task Counters_and_other_kinds_are_not_told()
    {
        _kernel.Table[1] = Item(1);
        Start();
        await Expect(ChangeKind.Snapshot);
        await Expect(ChangeKind.Synchronized);
        _kernel.Put(Item(1) with { Counter = 5 });
        _kernel.Kernel.Notify(Sample.Group, Sample.Delete, Item(1) with { Family = 7 });
        _kernel.Kernel.Notify(Sample.Group, 99, Item(1));
        _kernel.Put(Item(2));
        Assert.Equal(2, (await Expect(ChangeKind.Added)).Object!.Index);
    }

    [Fact]
    public async Task After_an_overflow_the_difference_comes_and_the_watch_goes_on()
    {
        for (int i = 1; i <= 4; i++)
        {
            _kernel.Table[i] = Item(i);
        }

        Start();
        for (int i = 1; i <= 4; i++)
        {
            await Expect(ChangeKind.Snapshot);
        }

        await Expect(ChangeKind.Synchronized);
        for (int i = 0; i < 50; i++)
        {
            _kernel.Put(Item(1, (uint)i));
        }

        _kernel.Remove(2);
        _kernel.Put(Item(9));
        await Expect(ChangeKind.Resync);
        var difference = new List<Change<Sample>>();
        for (Change<Sample> change = await Next(); change.Kind != ChangeKind.Synchronized; change = await Next())
        {
            difference.Add(change);
        }

        Assert.Equal(
            [
                new Change<Sample>(ChangeKind.Updated, Item(1, 49), Item(1)),
                new Change<Sample>(ChangeKind.Removed, Item(2), Item(2)),
                new Change<Sample>(ChangeKind.Added, Item(9), null),
            ],
            difference.OrderBy(c => c.Object!.Index));

        _kernel.Put(Item(10));
        Assert.Equal(Item(10), (await Expect(ChangeKind.Added)).Object);
    }

    [Fact]
    public async Task An_overflow_while_waiting_is_told_too()
    {
        Start();
        await Expect(ChangeKind.Synchronized);
        ValueTask<bool> next = _watch!.MoveNextAsync();
        _kernel.Kernel.Overflow(Sample.Group);
        Assert.True(await next);
        Assert.Equal(ChangeKind.Resync, _watch.Current.Kind);
        await Expect(ChangeKind.Synchronized);
    }

    [Fact]
    public async Task Objects_that_vanish_without_a_word_are_missed()
    {
        _kernel.Table[1] = Item(1);
        Start();
        await Expect(ChangeKind.Snapshot);
        await Expect(ChangeKind.Synchronized);
        _kernel.Table.Clear();
        _kernel.Kernel.Notify(Sample.Group, Sample.New, Item(8) with { Family = 9 });
        Assert.Equal(Item(1), (await Expect(ChangeKind.Removed)).Previous);
        _kernel.Put(Item(2));
        await Expect(ChangeKind.Added);
    }

    [Fact]
    public async Task A_listing_that_is_interrupted_again_and_again_is_tried_until_it_is_not()
    {
        _kernel.Interruptions = 100;
        _kernel.Table[1] = Item(1);
        Start();
        await Expect(ChangeKind.Snapshot);
        Assert.Equal(101, _kernel.Dumps);
    }

    [Fact]
    public async Task It_goes_on_when_the_connection_is_closed()
    {
        Start();
        await Expect(ChangeKind.Synchronized);
        _connection.Dispose();
        _kernel.Kernel.Notify(Sample.Group, Sample.New, Item(1));
        await Expect(ChangeKind.Added);
        _kernel.Kernel.Overflow(Sample.Group);
        await Expect(ChangeKind.Resync);
        await Expect(ChangeKind.Removed);
        await Expect(ChangeKind.Synchronized);
    }

    [Fact]
    public async Task Cancelling_ends_it_and_closes_its_sockets()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token);
        await using (IAsyncEnumerator<Change<Sample>> watch = _samples.WatchAsync(cancellationToken: stop.Token).GetAsyncEnumerator(stop.Token))
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(2, _kernel.Kernel.OpenTransports);
            ValueTask<bool> next = watch.MoveNextAsync();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        }

        Assert.Equal(1, _kernel.Kernel.OpenTransports);
    }

    [Fact]
    public async Task Leaving_the_loop_closes_its_sockets()
    {
        await foreach (Change<Sample> change in _samples.WatchAsync(cancellationToken: _deadline.Token))
        {
            Assert.Equal(ChangeKind.Synchronized, change.Kind);
            break;
        }

        Assert.Equal(1, _kernel.Kernel.OpenTransports);
    }

    private static Sample Item(int index, uint value = 0) => new() { Index = index, Value = value };

    private void Start(SampleFilter? filter = null) =>
        _watch = _samples.WatchAsync(filter, cancellationToken: _deadline.Token).GetAsyncEnumerator(_deadline.Token);

    private async Task<Change<Sample>> Next()
    {
        Assert.True(await _watch!.MoveNextAsync());
        return _watch.Current;
    }

    private async Task<Change<Sample>> Expect(ChangeKind kind)
    {
        Change<Sample> change = await Next();
        Assert.Equal(kind, change.Kind);
        return change;
    }
}
