using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>The real socket, as far as no privilege is needed.</summary>
public sealed class NetlinkSocketTests
{
    private const ushort RTM_GETLINK = 18;

    [Fact]
    public void The_kernel_lists_its_links()
    {
        using NetlinkConnection connection = NetlinkConnection.Open();
        var counter = new Counter();
        connection.Dump(RTM_GETLINK, new LinkFilter(), ref counter, "list links");
        Assert.True(counter.Count > 0);
    }

    [Fact]
    public void A_dump_that_is_given_up_leaves_the_socket_fit_for_the_next()
    {
        using NetlinkConnection connection = NetlinkConnection.Open(options: new NetlinkOptions { Timeout = TimeSpan.FromSeconds(5) });
        var first = new Counter { Limit = 1 };
        var all = new Counter { Limit = int.MaxValue };
        connection.Dump(RTM_GETLINK, new LinkFilter(), ref first, "list links");
        connection.Dump(RTM_GETLINK, new LinkFilter(), ref all, "list links");
        Assert.Equal(1, first.Count);
        Assert.True(all.Count > 0);
    }

    [Fact]
    public void Another_speaks_to_the_same_kernel_after_the_first_is_closed()
    {
        NetlinkConnection first = NetlinkConnection.Open();
        using NetlinkConnection second = first.OpenAnother();
        first.Dispose();
        var counter = new Counter();
        second.Dump(RTM_GETLINK, new LinkFilter(), ref counter, "list links");
        Assert.True(counter.Count > 0);
    }

    [Fact]
    public void A_receive_without_anything_there_does_not_wait_longer_than_told()
    {
        using NetlinkSocket socket = NetlinkSocket.Open();
        byte[] buffer = new byte[64];
        Assert.Equal(0, socket.Receive(buffer, TimeSpan.Zero));
        Assert.Equal(0, socket.Receive(buffer, TimeSpan.FromMilliseconds(2)));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled_and_the_socket_used_afterwards()
    {
        using NetlinkSocket socket = NetlinkSocket.Open();
        socket.JoinGroup(1);
        using var stop = new CancellationTokenSource();
        ValueTask wait = socket.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await wait);
        Assert.Equal(0, socket.Receive(new byte[64], TimeSpan.FromMilliseconds(1)));
        Send(socket);
        await socket.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(socket.Receive(new byte[32 * 1024], TimeSpan.Zero) > 0);
    }

    [Fact]
    public async Task Closing_ends_a_wait()
    {
        NetlinkSocket socket = NetlinkSocket.Open();
        ValueTask wait = socket.WaitAsync(TestContext.Current.CancellationToken);
        socket.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await wait);
        Assert.Throws<ObjectDisposedException>(() => socket.Receive(new byte[64], TimeSpan.Zero));
        Assert.Throws<ObjectDisposedException>(() => socket.Send(new byte[64]));
    }

    [Fact]
    public void A_group_that_does_not_exist_is_refused_and_one_beyond_31_is_not()
    {
        using NetlinkSocket socket = NetlinkSocket.Open();
        socket.JoinGroup(33);
        socket.LeaveGroup(33);
        Assert.Throws<NetlinkException>(() => socket.JoinGroup(4000));
    }

    [Fact]
    public void A_family_that_does_not_exist_is_refused() =>
        Assert.Equal(LinuxError.EPROTONOSUPPORT, Assert.Throws<NetlinkException>(() => NetlinkSocket.Open(31)).Error);

    [Fact]
    public void A_receive_buffer_beyond_the_limit_is_no_error_without_privilege()
    {
        using NetlinkSocket socket = NetlinkSocket.Open(options: new NetlinkOptions { ReceiveBufferSize = 128 * 1024 * 1024 });
        Assert.Equal(0, socket.Receive(new byte[64], TimeSpan.Zero));
    }

    private static void Send(NetlinkSocket socket)
    {
        var writer = new NetlinkWriter(new byte[64]);
        writer.BeginMessage(RTM_GETLINK, NetlinkMessageFlags.Request | NetlinkMessageFlags.Dump, 1);
        writer.WriteHeader(16);
        writer.EndMessage();
        socket.Send(writer.Written);
    }

    private sealed class LinkFilter : INetlinkBody
    {
        public int HeaderLength => 16;

        public NetlinkAttributeTable? Attributes => null;

        public void Write(ref NetlinkWriter writer) => writer.WriteHeader(16);
    }

    private struct Counter : INetlinkVisitor
    {
        public int Limit { get; init; }

        public int Count { get; private set; }

        public void Begin() => Count = 0;

        public bool Visit(in NetlinkMessage message) => ++Count != Limit;
    }
}
