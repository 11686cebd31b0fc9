using System.Net;
using System.Net.Sockets;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Probes;

public sealed class TcpThroughputProbeTests : IAsyncLifetime
{
    private Wire _wire = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _wire = await Wire.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("10.0.0.2", 1)]
    [InlineData("fd00::2", 1)]
    [InlineData("10.0.0.2", 4)]
    public async Task All_bytes_arrive(string server, int connections)
    {
        ThroughputResult result = await TcpThroughputProbe.MeasureAsync(
            _wire.Left, _wire.Right, IPAddress.Parse(server), new() { Bytes = 20_000_001, Connections = connections }, Cancelled);

        Assert.Equal(20_000_001L * connections, result.Bytes);
        Assert.True(result.GigabitsPerSecond > 0);
    }

    [Fact]
    public async Task A_duration_bounds_the_measurement()
    {
        ThroughputResult result = await TcpThroughputProbe.MeasureAsync(
            _wire.Left, _wire.Right, Wire.RightAddress, new() { Duration = TimeSpan.FromMilliseconds(200) }, Cancelled);

        Assert.InRange(result.Seconds, 0.2, 5);
        Assert.True(result.Bytes > 0);
        TestContext.Current.TestOutputHelper!.WriteLine(result.ToString());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_times_out()
    {
        _wire.InRight("address add 10.7.0.1/32 dev lo");
        _wire.InLeft("route add 10.7.0.1/32 dev eth0", "neighbour add 10.7.0.1 lladdr 02:00:00:00:00:99 dev eth0");

        await Assert.ThrowsAsync<TimeoutException>(() => TcpThroughputProbe.MeasureAsync(
            _wire.Left, _wire.Right, IPAddress.Parse("10.7.0.1"), new() { ConnectTimeout = TimeSpan.FromMilliseconds(100) }, Cancelled));
    }

    [Fact]
    public async Task An_address_that_the_server_has_not_is_refused()
    {
        SocketException exception = await Assert.ThrowsAsync<SocketException>(
            () => TcpThroughputProbe.MeasureAsync(_wire.Left, _wire.Right, IPAddress.Parse("192.0.2.1"), cancellationToken: Cancelled));

        Assert.Equal(SocketError.AddressNotAvailable, exception.SocketErrorCode);
    }

    [Fact]
    public async Task Cancelling_ends_the_measurement()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TcpThroughputProbe.MeasureAsync(
            _wire.Left, _wire.Right, Wire.RightAddress, new() { Duration = TimeSpan.FromMinutes(1) }, cancellation.Token));
    }
}
