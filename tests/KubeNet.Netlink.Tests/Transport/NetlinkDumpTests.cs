using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkDumpTests
{
    private static readonly NetlinkOptions s_impatient = new() { Timeout = TimeSpan.FromSeconds(5), DumpRetries = 3 };

    [Fact]
    public void A_table_is_listed_over_several_datagrams()
    {
        var kernel = new SampleKernel();
        Fill(kernel, 5);
        using NetlinkConnection connection = kernel.Kernel.Connect();
        Assert.Equal(kernel.Table.Values, new SampleOperations(connection).List());
    }

    [Fact]
    public void What_the_kernel_does_not_filter_is_sorted_out_here()
    {
        var kernel = new SampleKernel();
        Fill(kernel, 5);
        using NetlinkConnection connection = kernel.Kernel.Connect();
        Assert.Equal([4, 5], new SampleOperations(connection).List(new SampleFilter { Least = 4 }).Select(s => s.Index));
    }

    [Fact]
    public void A_dump_that_was_interrupted_begins_anew_without_what_it_gave()
    {
        var kernel = new SampleKernel { Interruptions = 3 };
        Fill(kernel, 5);
        using NetlinkConnection connection = kernel.Kernel.Connect(s_impatient);
        Assert.Equal(5, new SampleOperations(connection).List().Count);
        Assert.Equal(4, kernel.Dumps);
    }

    [Fact]
    public void One_that_is_interrupted_each_time_is_told()
    {
        var kernel = new SampleKernel { Interruptions = 100 };
        using NetlinkConnection connection = kernel.Kernel.Connect(s_impatient);
        NetlinkDumpInterruptedException e = Assert.Throws<NetlinkDumpInterruptedException>(() => new SampleOperations(connection).List());
        Assert.Contains("4 attempts", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, kernel.Dumps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_flag_counts_on_any_message_also_when_the_end_is_in_the_same_datagram(bool oneDatagram)
    {
        int dumps = 0;
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            reply.Part(Sample.New, new Sample { Index = 1 }, isInterrupted: dumps++ == 0);
            if (!oneDatagram)
            {
                reply.EndDatagram();
            }

            reply.Part(Sample.New, new Sample { Index = 2 });
            reply.Done();
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient);
        Assert.Equal(2, new SampleOperations(connection).List().Count);
        Assert.Equal(2, dumps);
    }

    [Fact]
    public void An_error_at_the_end_is_an_error()
    {
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            reply.Part(Sample.New, new Sample { Index = 1 });
            reply.Done(LinuxError.EINVAL, "Invalid filter");
        });
        using NetlinkConnection connection = kernel.Connect();
        NetlinkException e = Assert.Throws<NetlinkException>(() => new SampleOperations(connection).List());
        Assert.Equal((LinuxError.EINVAL, "Invalid filter", "list samples"), (e.Error, e.KernelMessage, e.Operation));
    }

    [Fact]
    public void A_refusal_is_an_error()
    {
        var kernel = new InMemoryKernel((in _, reply) => reply.Fail(LinuxError.EBUSY));
        using NetlinkConnection connection = kernel.Connect();
        Assert.Equal(LinuxError.EBUSY, Assert.Throws<NetlinkException>(() => new SampleOperations(connection).List()).Error);
    }

    [Fact]
    public void A_datagram_that_was_cut_off_is_no_interruption()
    {
        int dumps = 0;
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            dumps++;
            reply.Part(Sample.New, new Sample { Index = 1, Name = new string('x', 50_000) });
            reply.Done();
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient with { DumpRetries = 0 });
        Assert.Single(new SampleOperations(connection).List());
        Assert.Equal(2, dumps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_visitor_that_stops_leaves_the_connection_fit_for_use(bool oneDatagram)
    {
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            for (int i = 1; i <= 3; i++)
            {
                reply.Part(Sample.New, new Sample { Index = i });
                if (!oneDatagram)
                {
                    reply.EndDatagram();
                }
            }

            reply.Done();
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient);
        var first = new Visitor { Limit = 1 };
        connection.Dump(Sample.Get, new SampleFilter(), ref first, "list samples");
        Assert.Equal(1, first.Count);
        var all = new Visitor { Limit = int.MaxValue };
        connection.Dump(Sample.Get, new SampleFilter(), ref all, "list samples");
        Assert.Equal(3, all.Count);
    }

    [Fact]
    public void A_visitor_that_throws_leaves_the_connection_fit_for_use()
    {
        var kernel = new SampleKernel();
        Fill(kernel, 3);
        using NetlinkConnection connection = kernel.Kernel.Connect(s_impatient);
        var visitor = new Visitor { Action = () => throw new FormatException() };
        Assert.Throws<FormatException>(() => connection.Dump(Sample.Get, new SampleFilter(), ref visitor, "list samples"));
        Assert.Equal(3, new SampleOperations(connection).List().Count);
    }

    [Fact]
    public void A_visitor_that_asks_for_more_is_told_not_to()
    {
        var kernel = new SampleKernel();
        Fill(kernel, 3);
        using NetlinkConnection connection = kernel.Kernel.Connect(s_impatient);
        var samples = new SampleOperations(connection);
        var visitor = new Visitor { Action = () => samples.TryGet(new Sample { Index = 1 }) };
        Assert.Throws<InvalidOperationException>(() => samples.Visit(null, ref visitor));
        Assert.NotNull(samples.TryGet(new Sample { Index = 1 }));
    }

    [Fact]
    public void A_dump_without_an_end_times_out()
    {
        var kernel = new InMemoryKernel((in _, reply) => reply.Part(Sample.New, new Sample { Index = 1 }));
        using NetlinkConnection connection = kernel.Connect(s_impatient with { Timeout = TimeSpan.FromMilliseconds(1) });
        Assert.Throws<TimeoutException>(() => new SampleOperations(connection).List());
    }

    [Fact]
    public void A_datagram_that_is_malformed_is_refused_and_the_next_request_served()
    {
        int requests = 0;
        var kernel = new InMemoryKernel((in _, reply) =>
        {
            if (requests++ == 0)
            {
                reply.Raw([1, 2, 3]);
            }

            reply.Done();
        });
        using NetlinkConnection connection = kernel.Connect(s_impatient);
        var samples = new SampleOperations(connection);
        Assert.Throws<NetlinkFormatException>(() => samples.List());
        Assert.Empty(samples.List());
    }

    private static void Fill(SampleKernel kernel, int count)
    {
        for (int i = 1; i <= count; i++)
        {
            kernel.Table.Add(i, new Sample { Index = i, Value = (uint)i });
        }
    }

    private struct Visitor : INetlinkVisitor
    {
        public int Limit { get; init; }

        public Action? Action { get; init; }

        public int Count { get; private set; }

        public void Begin() => Count = 0;

        public bool Visit(in NetlinkMessage message)
        {
            Action?.Invoke();
            return ++Count < Limit;
        }
    }
}
