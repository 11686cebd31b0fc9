using System.Net;
using System.Net.Sockets;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.Tests.Probes;

public sealed class ResultTests
{
    private static readonly IPAddress s_target = IPAddress.Parse("10.0.0.2");

    [Fact]
    public void A_throughput_is_bits_over_seconds()
    {
        var result = new ThroughputResult(250_000_000, TimeSpan.FromSeconds(2));

        Assert.Equal(1.0, result.GigabitsPerSecond);
        Assert.Equal("250000000 bytes in 2.000 s = 1.00 Gbit/s", result.ToString());
        Assert.Equal(0, new ThroughputResult(0, TimeSpan.Zero).GigabitsPerSecond);
    }

    [Fact]
    public void A_ping_reads_as_what_became_of_it()
    {
        Assert.Equal("10.0.0.2: answered in 123 µs", (Make(PingStatus.Success) with { RoundTripTime = TimeSpan.FromMicroseconds(123) }).ToString());
        Assert.Equal(
            "10.0.0.2: 10.0.0.9 says unreachable (ICMP type 3 code 1)",
            (Make(PingStatus.Unreachable) with { Responder = IPAddress.Parse("10.0.0.9"), IcmpType = 3, IcmpCode = 1 }).ToString());
        Assert.Equal("10.0.0.2: could not send (NetworkUnreachable)", (Make(PingStatus.LocalError) with { Error = SocketError.NetworkUnreachable }).ToString());
        Assert.Equal("10.0.0.2: no answer to 2 requests", (Make(PingStatus.TimedOut) with { Attempts = 2 }).ToString());
    }

    private static PingResult Make(PingStatus status) => new() { Target = s_target, Status = status, Attempts = 1 };
}
