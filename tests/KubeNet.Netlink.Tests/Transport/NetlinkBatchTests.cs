using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkBatchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(1000)]
    public void All_are_done_whatever_the_windows(int count)
    {
        var kernel = new SampleKernel();
        using NetlinkConnection connection = kernel.Kernel.Connect();
        var samples = new SampleOperations(connection);
        NetlinkBatch batch = connection.CreateBatch();
        for (int i = 0; i < count; i++)
        {
            samples.Add(batch, new Sample { Index = i });
        }

        Assert.Equal(count, batch.Count);
        NetlinkBatchResult result = batch.Execute();
        Assert.Equal((count, 0), (result.Count, result.Failures.Count));
        result.ThrowIfFailed();
        Assert.Equal(count, kernel.Table.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    public void Failures_are_known_by_their_place(int window)
    {
        var kernel = new SampleKernel { Table = { [0] = new Sample(), [50] = new Sample { Index = 50 }, [99] = new Sample { Index = 99 } } };
        using NetlinkConnection connection = kernel.Kernel.Connect(new NetlinkOptions { BatchWindow = window });
        var samples = new SampleOperations(connection);
        NetlinkBatch batch = connection.CreateBatch();
        for (int i = 0; i < 100; i++)
        {
            samples.Add(batch, new Sample { Index = i });
        }

        NetlinkBatchResult result = batch.Execute();
        Assert.Equal([0, 50, 99], result.Failures.Select(f => f.Index));
        Assert.Equal(["sample 0", "sample 50", "sample 99"], result.Failures.Select(f => f.Exception.Subject));
        Assert.Equal(LinuxError.EEXIST, Assert.Throws<NetlinkException>(result.ThrowIfFailed).Error);
        Assert.Equal(100, kernel.Table.Count);
    }

    [Fact]
    public void A_thousand_may_all_fail()
    {
        var kernel = new InMemoryKernel((in _, reply) => reply.Fail(LinuxError.EINVAL, "no", offset: 24));
        using NetlinkConnection connection = kernel.Connect();
        NetlinkBatch batch = connection.CreateBatch();
        for (int i = 0; i < 1000; i++)
        {
            batch.Add(Sample.New, NetlinkMessageFlags.Create, new Sample { Index = i, Value = 1 }, "add sample");
        }

        NetlinkBatchResult result = batch.Execute();
        Assert.Equal(Enumerable.Range(0, 1000), result.Failures.Select(f => f.Index));
        Assert.All(result.Failures, f => Assert.Equal("Sample.Value (SAMPLE_VALUE)", f.Exception.AttributePath));
    }

    [Fact]
    public void Only_the_last_of_a_window_asks_for_an_acknowledgement()
    {
        var flags = new List<NetlinkMessageFlags>();
        var kernel = new InMemoryKernel((in request, _) => flags.Add(request.Header.Flags & NetlinkMessageFlags.Ack));
        using NetlinkConnection connection = kernel.Connect(new NetlinkOptions { BatchWindow = 3 });
        NetlinkBatch batch = connection.CreateBatch();
        for (int i = 0; i < 4; i++)
        {
            batch.Add(Sample.New, NetlinkMessageFlags.None, new Sample(), "add sample");
        }

        batch.Execute();
        const NetlinkMessageFlags No = NetlinkMessageFlags.None;
        Assert.Equal([No, No, NetlinkMessageFlags.Ack, NetlinkMessageFlags.Ack], flags);
    }

    [Fact]
    public void A_batch_can_be_used_again()
    {
        var kernel = new SampleKernel { Table = { [1] = new Sample { Index = 1 } } };
        using NetlinkConnection connection = kernel.Kernel.Connect();
        var samples = new SampleOperations(connection);
        NetlinkBatch batch = connection.CreateBatch();
        samples.Add(batch, new Sample { Index = 1 });
        Assert.Single(batch.Execute().Failures);
        samples.Add(batch, new Sample { Index = 2 });
        Assert.Equal((1, 0), (batch.Count, batch.Execute().Failures.Count));
    }

    [Fact]
    public void Large_messages_share_windows_as_they_fit()
    {
        var lengths = new List<int>();
        var kernel = new InMemoryKernel((in request, _) => lengths.Add(request.Bytes.Length));
        using NetlinkConnection connection = kernel.Connect();
        NetlinkBatch batch = connection.CreateBatch();
        for (int i = 0; i < 5; i++)
        {
            batch.Add(Sample.New, NetlinkMessageFlags.None, new Sample { Index = i, Name = new string('x', 40_000) }, "add sample");
        }

        Assert.Equal(5, batch.Execute().Count);
        Assert.Equal(5, lengths.Count);
    }

    [Fact]
    public void A_message_larger_than_the_buffer_gets_a_larger_one()
    {
        int length = 0;
        var kernel = new InMemoryKernel((in request, _) => length = request.Bytes.Length);
        using NetlinkConnection connection = kernel.Connect();
        NetlinkBatch batch = connection.CreateBatch();
        batch.Add(Sample.New, NetlinkMessageFlags.None, new Blob(200_000), "add blob");
        batch.Execute();
        Assert.Equal(16 + 200_000, length);
    }

    [Theory]
    [InlineData(2_000_000)]
    [InlineData(-1)]
    public void A_message_that_fits_nowhere_is_told_and_the_others_are_done(int length)
    {
        var kernel = new SampleKernel();
        using NetlinkConnection connection = kernel.Kernel.Connect();
        NetlinkBatch batch = connection.CreateBatch();
        batch.Add(Sample.New, NetlinkMessageFlags.Create, new Sample { Index = 1 }, "add sample");
        Assert.Throws<NetlinkMessageTooLargeException>(() => batch.Add(Sample.New, NetlinkMessageFlags.None, new Blob(length), "add blob"));
        batch.Add(Sample.New, NetlinkMessageFlags.Create, new Sample { Index = 2 }, "add sample");
        Assert.Equal((2, 0), (batch.Count, batch.Execute().Failures.Count));
        Assert.Equal([1, 2], kernel.Table.Keys);
    }

    [Fact]
    public void Bodies_that_end_off_a_multiple_of_four_keep_the_next_in_step()
    {
        var lengths = new List<int>();
        var kernel = new InMemoryKernel((in request, _) => lengths.Add(request.Payload.Length));
        using NetlinkConnection connection = kernel.Connect();
        NetlinkBatch batch = connection.CreateBatch();
        batch.Add(Sample.New, NetlinkMessageFlags.None, new Blob(1), "add blob");
        batch.Add(Sample.New, NetlinkMessageFlags.None, new Blob(2), "add blob");
        batch.Add(Sample.New, NetlinkMessageFlags.None, new Blob(3), "add blob");
        batch.Execute();
        Assert.Equal([1, 2, 3], lengths);
    }

    /// <summary>Bytes as they are; a negative length stands for an attribute that is too long.</summary>
    private sealed class Blob(int length) : INetlinkBody
    {
        public int HeaderLength => 0;

        public NetlinkAttributeTable? Attributes => null;

        public void Write(ref NetlinkWriter writer)
        {
            if (length < 0)
            {
                writer.WriteBytes(1, new byte[70_000]);
            }
            else
            {
                writer.WriteRaw(new byte[length]);
            }
        }
    }
}
