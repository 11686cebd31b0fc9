using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkMonitorTests
{
    private readonly InMemoryKernel _kernel = new();

    [Fact]
    public void It_hears_the_groups_that_it_joined()
    {
        using var monitor = new NetlinkMonitor(_kernel.OpenTransport());
        var visitor = new Counter();
        monitor.Join(1);
        monitor.Join(40);
        monitor.Leave(1);
        _kernel.Notify(1, Sample.New, new Sample());
        _kernel.Notify(2, Sample.New, new Sample());
        Assert.False(monitor.Receive(ref visitor));
        _kernel.Notify(40, Sample.New, new Sample());
        Assert.True(monitor.Receive(ref visitor));
        Assert.False(monitor.Receive(ref visitor));
        Assert.Equal(1, visitor.Count);
    }

    [Fact]
    public void A_loss_is_told_once_and_what_came_before_it_can_be_read()
    {
        using var monitor = new NetlinkMonitor(_kernel.OpenTransport());
        var visitor = new Counter();
        monitor.Join(1);
        _kernel.Notify(1, Sample.New, new Sample());
        _kernel.Overflow(1);
        _kernel.Notify(1, Sample.New, new Sample());
        Assert.Throws<NetlinkOverflowException>(() => monitor.Receive(ref visitor));
        Assert.True(monitor.Receive(ref visitor));
        Assert.False(monitor.Receive(ref visitor));
        _kernel.Notify(1, Sample.New, new Sample());
        Assert.True(monitor.Receive(ref visitor));
    }

    [Fact]
    public void A_notification_that_was_cut_off_is_a_loss()
    {
        using var monitor = new NetlinkMonitor(_kernel.OpenTransport());
        var visitor = new Counter();
        monitor.Join(1);
        var large = new Sample { Name = new string('x', 30_000) };
        _kernel.Notify(1, Sample.New, large);
        Assert.Throws<NetlinkOverflowException>(() => monitor.Receive(ref visitor));
        _kernel.Notify(1, Sample.New, large);
        Assert.True(monitor.Receive(ref visitor));
    }

    [Fact]
    public async Task Waiting_ends_when_something_comes_when_cancelled_and_when_closed()
    {
        var monitor = new NetlinkMonitor(_kernel.OpenTransport());
        monitor.Join(1);
        ValueTask wait = monitor.WaitAsync(TestContext.Current.CancellationToken);
        _kernel.Notify(1, Sample.New, new Sample());
        await wait;
        await monitor.WaitAsync(TestContext.Current.CancellationToken);

        var visitor = new Counter();
        monitor.Receive(ref visitor);
        using var stop = new CancellationTokenSource();
        ValueTask cancelled = monitor.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled);

        ValueTask closed = monitor.WaitAsync(TestContext.Current.CancellationToken);
        monitor.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await closed);
    }

    private struct Counter : INetlinkVisitor
    {
        public int Count { get; private set; }

        public readonly void Begin()
        {
        }

        public bool Visit(in NetlinkMessage message) => ++Count > 0;
    }
}
