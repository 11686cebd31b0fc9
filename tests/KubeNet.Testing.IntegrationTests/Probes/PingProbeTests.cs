using System.Net;
using System.Net.Sockets;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Packets;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Probes;

public sealed class PingProbeTests : IAsyncLifetime
{
    private static readonly PingOptions s_patient = new() { Timeout = TimeSpan.FromSeconds(5) };
    private static readonly PingOptions s_impatient = new() { Timeout = TimeSpan.FromMilliseconds(50), Attempts = 2 };
    private Wire _wire = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _wire = await Wire.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("10.0.0.2")]
    [InlineData("fd00::2")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_host_that_is_there_answers(string target)
    {
        PingResult result = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse(target), s_patient, Cancelled);

        Assert.Equal(PingStatus.Success, result.Status);
        Assert.Equal(IPAddress.Parse(target), result.Responder);
        Assert.Equal(1, result.Attempts);
        Assert.InRange(result.RoundTripMicroseconds!.Value, 1, 5_000_000);
    }

    [Theory]
    [InlineData("10.0.0.3")]
    [InlineData("fd00::3")]
    public async Task A_silent_host_times_out(string target)
    {
        _wire.InLeft($"neighbour add {target} lladdr 02:00:00:00:00:99 dev eth0");

        PingResult result = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse(target), s_impatient, Cancelled);

        Assert.Equal(PingStatus.TimedOut, result.Status);
        Assert.Equal(2, result.Attempts);
        Assert.Null(result.RoundTripTime);
    }

    [Theory]
    [InlineData("10.9.0.1", "10.0.0.2", 3, 1)]
    [InlineData("fd09::1", "fd00::2", 1, 0)]
    public async Task A_router_without_a_route_says_unreachable(string target, string router, int type, int code)
    {
        _wire.Right.Sysctl.Set("net.ipv4.ip_forward", "1");
        _wire.Right.Sysctl.Set("net.ipv6.conf.all.forwarding", "1");
        _wire.InRight("route add unreachable 10.9.0.0/24");
        _wire.InLeft("route add 10.9.0.0/24 via 10.0.0.2", "route add fd09::/64 via fd00::2");

        PingResult result = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse(target), s_patient, Cancelled);

        Assert.Equal(PingStatus.Unreachable, result.Status);
        Assert.Equal(IPAddress.Parse(router), result.Responder);
        Assert.Equal((type, code), (result.IcmpType!.Value, result.IcmpCode!.Value));
    }

    [Theory]
    [InlineData("10.8.0.1")]
    [InlineData("fd08::1")]
    public async Task Without_a_route_the_local_kernel_refuses(string target)
    {
        PingResult result = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse(target), s_patient, Cancelled);

        Assert.Equal(PingStatus.LocalError, result.Status);
        Assert.Equal(SocketError.NetworkUnreachable, result.Error);
        Assert.Equal(0, result.Attempts);
    }

    [Theory]
    [InlineData("10.0.0.2", 28)]
    [InlineData("fd00::2", 48)]
    public async Task The_largest_that_need_not_be_fragmented_passes_and_one_more_does_not(string target, int headers)
    {
        PingOptions largest = s_patient with { DontFragment = true, PayloadLength = 1500 - headers };

        PingResult fits = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse(target), largest, Cancelled);
        PingResult tooLarge = await PingProbe.PingAsync(
            _wire.Left, IPAddress.Parse(target), largest with { PayloadLength = largest.PayloadLength + 1 }, Cancelled);

        Assert.Equal(PingStatus.Success, fits.Status);
        Assert.Equal((PingStatus.LocalError, SocketError.MessageSize), (tooLarge.Status, tooLarge.Error));
    }

    [Fact]
    public async Task Many_pings_at_once_get_each_their_own_answer()
    {
        await using PingProbe probe = PingProbe.Open(_wire.Left, s_patient);
        IPAddress[] targets = [Wire.RightAddress, Wire.RightAddress6, Wire.LeftAddress, Wire.LeftAddress6];

        PingResult[] results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => probe.SendAsync(targets[i % 4], Cancelled)));

        Assert.All(results, result => Assert.Equal((PingStatus.Success, result.Target), (result.Status, result.Responder!)));
    }

    [Fact]
    public async Task Two_probes_do_not_take_one_anothers_answers()
    {
        await using PingProbe one = PingProbe.Open(_wire.Left, s_patient);
        await using PingProbe other = PingProbe.Open(_wire.Left, s_patient);

        PingResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? one : other).SendAsync(Wire.RightAddress, Cancelled)));

        Assert.All(results, result => Assert.True(result.IsSuccess));
    }

    [Fact]
    public async Task Source_device_and_hops_are_those_asked_for()
    {
        _wire.InLeft("address add 10.0.0.77/24 dev eth0");
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");

        PingOptions options = s_patient with { Source = IPAddress.Parse("10.0.0.77"), Device = "eth0", TimeToLive = 9 };
        PingResult result = await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, options, Cancelled);

        Assert.True(result.IsSuccess, result.ToString());
        IPv4Header header = capture.Packets.Single(packet => packet.Packet.First<IcmpMessage>() is { IsEchoRequest: true }).Packet.First<IPv4Header>()!;
        Assert.Equal((IPAddress.Parse("10.0.0.77"), 9), (header.Source, header.TimeToLive));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_a_local_error()
    {
        PingOptions options = s_patient with { Source = IPAddress.Parse("192.0.2.1") };

        PingResult result = await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, options, Cancelled);

        Assert.Equal((PingStatus.LocalError, SocketError.AddressNotAvailable), (result.Status, result.Error));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_disposal_ends_every_wait()
    {
        _wire.InLeft("neighbour add 10.0.0.3 lladdr 02:00:00:00:00:99 dev eth0");
        PingProbe probe = PingProbe.Open(_wire.Left, new() { Timeout = TimeSpan.FromMinutes(1) });
        using var cancellation = new CancellationTokenSource();
        Task<PingResult> cancelled = probe.SendAsync(IPAddress.Parse("10.0.0.3"), cancellation.Token);
        Task<PingResult> disposed = probe.SendAsync(IPAddress.Parse("10.0.0.3"), Cancelled);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await probe.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => disposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => probe.SendAsync(Wire.RightAddress, Cancelled));
    }
}
