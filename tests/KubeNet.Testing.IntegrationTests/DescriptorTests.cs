using System.Net;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.IntegrationTests;

// Runs alone: the others open descriptors too.
[CollectionDefinition(nameof(DescriptorTests), DisableParallelization = true)]
[Collection(nameof(DescriptorTests))]
public sealed class DescriptorTests : IAsyncLifetime
{
    private Wire _wire = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _wire = await Wire.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_hundred_captures_leave_none_open() => await LeavesNoneOpen(() =>
    {
        using PacketCapture capture = PacketCapture.Start(_wire.Left, "lo");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Captures_that_fail_leave_none_open() => await LeavesNoneOpen(() =>
    {
        Assert.Throws<PacketCaptureException>(() => PacketCapture.Start(_wire.Left, "nowhere"));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_hundred_pings_leave_none_open() => await LeavesNoneOpen(
        async () => Assert.True((await PingProbe.PingAsync(_wire.Left, Wire.RightAddress6, cancellationToken: Cancelled)).IsSuccess));

    [Fact]
    public async Task A_hundred_measurements_leave_none_open() => await LeavesNoneOpen(
        async () => await TcpThroughputProbe.MeasureAsync(_wire.Left, _wire.Right, Wire.RightAddress, new() { Bytes = 1000 }, Cancelled));

    [Fact]
    public async Task Measurements_that_fail_leave_none_open() => await LeavesNoneOpen(
        () => Assert.ThrowsAnyAsync<Exception>(
            () => TcpThroughputProbe.MeasureAsync(_wire.Left, _wire.Right, IPAddress.Parse("192.0.2.1"), cancellationToken: Cancelled)));

    private static async Task LeavesNoneOpen(Func<Task> action)
    {
        await action();
        int before = Descriptors();
        for (int i = 0; i < 100; i++)
            await action();
        Assert.Equal(before, Descriptors());
    }

    // Those of the kinds that we open: others come and go with the runtime.
    private static int Descriptors() => Directory.GetFiles("/proc/self/fd")
        .Select(path => new FileInfo(path).LinkTarget)
        .Count(target => target?.Split('[')[0] is "socket:" or "anon_inode:" or "net:");
}
