using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Tests.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkConnectionTests
{
    private static readonly NetlinkOptions s_impatient = new() { Timeout = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public void A_request_is_acknowledged()
    {
        NetlinkMessageFlags flags = default;
        var kernel = new InMemoryKernel((in request, _) => flags = request.Header.Flags);
        using NetlinkConnection connection = kernel.Connect();
        connection.Execute(Sample.New, NetlinkMessageFlags.Create, new Sample(), "add sample");
        Assert.Equal(NetlinkMessageFlags.Request | NetlinkMessageFlags.Ack | NetlinkMessageFlags.Create, flags);
    }

    [Fact]
    public void A_refusal_names_operation_object_cause_and_attribute()
    {
        var kernel = new InMemoryKernel((in _, reply) => reply.Fail(LinuxError.EINVAL, "Value out of bounds", offset: 24, missing: 1));
        using NetlinkConnection connection = kernel.Connect();
        NetlinkException e = Assert.Throws<NetlinkException>(
            () => connection.Execute(Sample.New, NetlinkMessageFlags.Create, new Sample { Index = 3, Value = 7 }, "add sample"));
        Assert.Equal((LinuxError.EINVAL, 22, "add sample", "sample 3"), (e.Error, e.Errno, e.Operation, e.Subject));
        Assert.Equal(("Value out of bounds", "Sample.Value (SAMPLE_VALUE)"), (e.KernelMessage, e.AttributePath));
        Assert.StartsWith("Cannot add sample sample 3: EINVAL (", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "): Value out of bounds, at Sample.Value (SAMPLE_VALUE), for want of Sample.Name (SAMPLE_NAME).", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_is_asked_for_alone()
    {
        var kernel = new SampleKernel { Table = { [3] = new Sample { Index = 3, Name = "three", Counter = 9 } } };
        using NetlinkConnection connection = kernel.Kernel.Connect();
        var samples = new SampleOperations(connection);
        Assert.Equal(new Sample { Index = 3, Name = "three", Counter = 9 }, samples.TryGet(new Sample { Index = 3 }));
        Assert.Null(samples.TryGet(new Sample { Index = 4 }));
        Assert.Equal(0, kernel.Dumps);
    }

    [Fact]
    public void Answers_to_earlier_requests_are_passed_over()
    {
        int requests = 0;
        var kernel = new InMemoryKernel((in request, reply) =>
        {
            if (requests++ == 0)
            {
                reply.Silence();
                return;
            }

            reply.Raw(Hex.Bytes("24000000 0200 0001 01000000 00000000 ffffffff 10000000 2000 0500 01000000 00000000"));
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient);
        Assert.Throws<TimeoutException>(() => connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample"));
        TimeoutException e = Assert.Throws<TimeoutException>(
            () => connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample"));
        Assert.Contains("add sample", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_answer_does_not_serve_the_next_request()
    {
        int requests = 0;
        var kernel = new InMemoryKernel((in request, reply) =>
        {
            requests++;
            if (requests == 2)
            {
                // The answer to the first request comes before that to the second.
                reply.Raw(Hex.Bytes("24000000 0200 0001 01000000 00000000 ffffffff 10000000 2000 0500 01000000 00000000"));
                reply.Acknowledge();
            }
            else
            {
                reply.Silence();
            }
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient);
        Assert.Throws<TimeoutException>(() => connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample"));
        connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample");
    }

    [Fact]
    public void An_answer_that_was_cut_off_is_asked_for_again_with_more_room()
    {
        int requests = 0;
        var large = new Sample { Index = 1, Name = new string('x', 60_000) };
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            requests++;
            reply.Object(Sample.New, large);
        });
        using NetlinkConnection connection = kernel.Connect();
        Assert.Equal(large, new SampleOperations(connection).TryGet(new Sample { Index = 1 }));
        Assert.Equal(2, requests);
    }

    [Fact]
    public void A_request_may_be_larger_than_the_first_buffer()
    {
        int length = 0;
        var kernel = new InMemoryKernel((in request, _) => length = request.Bytes.Length);
        using NetlinkConnection connection = kernel.Connect();
        connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample { Name = new string('x', 60_000) }, "add sample");
        Assert.Equal(16 + 8 + 4 + 60_004, length);
        Assert.Throws<NetlinkMessageTooLargeException>(
            () => connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample { Name = new string('x', 70_000) }, "add sample"));
    }

    [Fact]
    public void Success_allocates_nothing_on_the_way()
    {
        using var connection = new NetlinkConnection(new AcknowledgingTransport());
        var sample = new Sample { Index = 1, Value = 2 };
        for (int i = 0; i < 2; i++)
        {
            connection.TryExecute(Sample.New, NetlinkMessageFlags.None, sample, "add sample");
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        NetlinkError? error = connection.TryExecute(Sample.New, NetlinkMessageFlags.None, sample, "add sample");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Null(error);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_begun()
    {
        int requests = 0;
        var kernel = new InMemoryKernel((in _, _) => requests++);
        using NetlinkConnection connection = kernel.Connect();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await connection.ExecuteAsync(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample", new CancellationToken(true)));
        Assert.Equal(0, requests);
    }

    [Fact]
    public void Two_threads_take_turns()
    {
        var kernel = new SampleKernel();
        using NetlinkConnection connection = kernel.Kernel.Connect();
        var samples = new SampleOperations(connection);
        Parallel.For(1, 200, i => samples.Add(new Sample { Index = i, Value = (uint)i }));
        Assert.Equal(199, samples.List().Count);
    }

    [Fact]
    public void After_it_is_closed_nothing_can_be_asked()
    {
        NetlinkConnection connection = new InMemoryKernel().Connect();
        connection.Dispose();
        connection.Dispose();
        Assert.Throws<ObjectDisposedException>(() => connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(201, 0)]
    [InlineData(1, -1)]
    public void Options_out_of_range_are_refused(int window, int retries) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new InMemoryKernel().Connect(new NetlinkOptions { BatchWindow = window, DumpRetries = retries }));

    /// <summary>Acknowledges each request without allocating.</summary>
    private sealed class AcknowledgingTransport : INetlinkTransport
    {
        private readonly byte[] _answer = Hex.Bytes("24000000 0200 0001 00000000 00000000 00000000 00000000 0000 0000 00000000 00000000");

        public void Send(ReadOnlySpan<byte> datagram) => datagram.Slice(8, 4).CopyTo(_answer.AsSpan(8));

        public int Receive(Span<byte> buffer, TimeSpan timeout)
        {
            _answer.CopyTo(buffer);
            return _answer.Length;
        }

        public ValueTask WaitAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public INetlinkTransport OpenAnother(NetlinkOptions? options) => this;

        public void JoinGroup(uint group)
        {
        }

        public void LeaveGroup(uint group)
        {
        }

        public void Dispose()
        {
        }
    }
}
