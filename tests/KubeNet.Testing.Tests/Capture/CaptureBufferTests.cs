using CsCheck;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Packets;
using Xunit;

namespace KubeNet.Testing.Tests.Capture;

public sealed class CaptureBufferTests
{
    [Fact]
    public void It_keeps_the_newest_packets_that_fit() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 3000], Gen.Int[0, 100].Array[0, 400]).Sample(static (capacity, maximumBytes, lengths) =>
        {
            var buffer = new CaptureBuffer(capacity, maximumBytes);
            var model = new Queue<CapturedPacket>();
            foreach (CapturedPacket packet in lengths.Select(MakePacket))
            {
                buffer.Add(packet);
                model.Enqueue(packet);
                while (model.Count > 1 && (model.Count > capacity || model.Sum(kept => kept.Bytes.Length) > maximumBytes))
                    model.Dequeue();
            }
            return buffer.Snapshot().SequenceEqual(model)
                && buffer.Captured == lengths.Length
                && buffer.Discarded == lengths.Length - model.Count;
        });

    [Fact]
    public void A_reader_that_fell_behind_goes_on_with_the_oldest_left()
    {
        var buffer = new CaptureBuffer(2, 1000);
        CapturedPacket[] packets = [.. Enumerable.Range(0, 5).Select(MakePacket)];
        long position = 0;

        buffer.Add(packets[0]);
        Assert.True(buffer.TryRead(ref position, out CapturedPacket? read));
        Assert.Same(packets[0], read);
        foreach (CapturedPacket packet in packets[1..])
            buffer.Add(packet);

        Assert.True(buffer.TryRead(ref position, out read));
        Assert.Same(packets[3], read);
        Assert.True(buffer.TryRead(ref position, out read));
        Assert.Same(packets[4], read);
        Assert.False(buffer.TryRead(ref position, out _));
    }

    [Fact]
    public async Task Every_waiter_is_woken_by_a_packet()
    {
        var buffer = new CaptureBuffer(2, 1000);
        Task[] waits = [buffer.WaitAsync(0)!, buffer.WaitAsync(0)!];
        Assert.All(waits, wait => Assert.False(wait.IsCompleted));

        buffer.Add(MakePacket(1));

        await Task.WhenAll(waits).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.True(buffer.WaitAsync(0)!.IsCompletedSuccessfully);
        Assert.False(buffer.WaitAsync(1)!.IsCompleted);
    }

    [Fact]
    public async Task The_end_wakes_waiters_and_a_failure_is_theirs()
    {
        var ended = new CaptureBuffer(2, 1000);
        Task wait = ended.WaitAsync(0)!;
        ended.Complete(failure: null);
        await wait.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Null(ended.WaitAsync(0));

        var failed = new CaptureBuffer(2, 1000);
        failed.Add(MakePacket(1));
        failed.Complete(new IOException("gone"));
        Assert.True(failed.WaitAsync(0)!.IsCompletedSuccessfully);
        await Assert.ThrowsAsync<IOException>(() => failed.WaitAsync(1)!);
    }

    private static CapturedPacket MakePacket(int length) =>
        new(new byte[length], length, LinkLayer.Ethernet, CaptureDirection.Incoming, DateTimeOffset.UnixEpoch, PacketDecoderOptions.Default);
}
