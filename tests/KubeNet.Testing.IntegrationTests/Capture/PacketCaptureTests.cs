using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Packets;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Capture;

public sealed class PacketCaptureTests : IAsyncLifetime
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(5);
    private Wire _wire = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _wire = await Wire.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_ping_is_seen_both_ways()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");

        PingResult ping = await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, cancellationToken: Cancelled);

        Assert.True(ping.IsSuccess, ping.ToString());
        CapturedPacket request = Assert.Single(capture.Packets, packet => packet.Packet.First<IcmpMessage>() is { IsEchoRequest: true });
        CapturedPacket reply = Assert.Single(capture.Packets, packet => packet.Packet.First<IcmpMessage>() is { IsEchoReply: true });
        Assert.Equal(CaptureDirection.Outgoing, request.Direction);
        Assert.Equal(CaptureDirection.Incoming, reply.Direction);
        Assert.Equal(Wire.RightAddress, request.Packet.First<IPv4Header>()!.Destination);
        Assert.Equal(request.Packet.First<IcmpMessage>()!.Identifier, reply.Packet.First<IcmpMessage>()!.Identifier);
        Assert.Equal(56, request.Payload.Length);
        Assert.Equal(98, request.OriginalLength);
        Assert.True(request.Timestamp <= reply.Timestamp);
        Assert.InRange(reply.Timestamp, DateTimeOffset.UtcNow - s_deadline, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task The_first_packet_after_the_start_is_caught()
    {
        using Socket sender = _wire.Left.OpenSocket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        sender.EnableBroadcast = true;
        for (int i = 0; i < 50; i++)
        {
            await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");

            sender.SendTo([(byte)i], new IPEndPoint(IPAddress.Parse("10.0.0.255"), 9));

            Assert.Contains(capture.Packets, packet => packet.Payload.Span is [var number] && number == i);
        }
    }

    [Fact]
    public async Task Vxlan_of_the_kernel_shows_its_vni_and_port()
    {
        _wire.InLeft("link add vx type vxlan id 4242 remote 10.0.0.2 dstport 8472", "address add 10.9.0.1/24 dev vx", "link set vx up");
        _wire.InRight("link add vx type vxlan id 4242 remote 10.0.0.1 dstport 8472", "address add 10.9.0.2/24 dev vx", "link set vx up");
        await using PacketCapture capture = PacketCapture.Start(_wire.Right, "eth0");

        PingResult ping = await PingProbe.PingAsync(_wire.Left, IPAddress.Parse("10.9.0.2"), new() { Attempts = 3 }, Cancelled);

        Assert.True(ping.IsSuccess, ping.ToString());
        CapturedPacket packet = await capture.WaitForAsync(packet => packet.Packet.Last<IcmpMessage>() is { IsEchoRequest: true }, s_deadline, Cancelled);
        Assert.Equal(new Vni(4242), packet.Packet.First<VxlanHeader>()!.Vni);
        Assert.Equal(8472, packet.Packet.First<UdpHeader>()!.DestinationPort);
        Assert.Equal(Wire.LeftAddress, packet.Packet.First<IPv4Header>()!.Source);
        Assert.Equal("IPv4 10.9.0.1 > 10.9.0.2 / ICMP echo request", packet.Packet.Innermost.Split(" id ")[0]);
        Assert.False(packet.Packet.IsTruncated);
    }

    [Theory]
    [InlineData(0x81, 0x00, EtherType.Vlan)]
    [InlineData(0x88, 0xA8, EtherType.ProviderVlan)]
    public async Task A_vlan_tag_that_the_kernel_took_off_is_put_back(byte high, byte low, EtherType protocol)
    {
        byte[] frame =
        [
            0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 0, 9, high, low, 0x60, 100, 0x08, 0x06,
            0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 9, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 10, 0, 0, 2,
        ];
        await using PacketCapture capture = PacketCapture.Start(_wire.Right, "eth0");

        FrameSender.Send(_wire.Left, "eth0", frame);

        CapturedPacket packet = await capture.WaitForAsync(packet => packet.Packet.First<VlanTag>() is not null, s_deadline, Cancelled);
        Assert.Equal(frame, packet.Bytes.ToArray());
        Assert.Equal(frame.Length, packet.OriginalLength);
        Assert.Equal((100, 3, protocol), (packet.Packet.First<VlanTag>()!.Id, packet.Packet.First<VlanTag>()!.Priority, packet.Packet.First<VlanTag>()!.Protocol));
        Assert.Equal(CaptureDirection.Broadcast, packet.Direction);
    }

    [Fact]
    public async Task Readers_come_to_an_end_when_the_capture_is_disposed()
    {
        PacketCapture capture = PacketCapture.Start(_wire.Left, "lo");
        await PingProbe.PingAsync(_wire.Left, IPAddress.Loopback, cancellationToken: Cancelled);
        var read = new List<CapturedPacket>();
        Task reader = ReadAsync();

        await capture.DisposeAsync();
        await reader.WaitAsync(s_deadline, Cancelled);

        Assert.Equal(capture.Packets, read);
        Assert.NotEmpty(read);
        Assert.Equal(read.Count, capture.Statistics.Captured);
        await capture.DisposeAsync();

        async Task ReadAsync()
        {
            await foreach (CapturedPacket packet in capture.ReadAllAsync(Cancelled))
                read.Add(packet);
        }
    }

    [Fact]
    public async Task A_wait_in_vain_tells_what_came_instead()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");
        await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, cancellationToken: Cancelled);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(
            () => capture.WaitForAsync(packet => packet.Packet.First<TcpHeader>() is not null, TimeSpan.FromMilliseconds(50), Cancelled));

        Assert.Contains("10.0.0.1 > 10.0.0.2 / ICMP echo request", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_ends_when_the_capture_does()
    {
        PacketCapture capture = PacketCapture.Start(_wire.Left, "lo");
        Task<CapturedPacket> wait = capture.WaitForAsync(_ => true, s_deadline, Cancelled);

        await capture.DisposeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => wait);
    }

    [Fact]
    public async Task The_buffer_keeps_the_newest()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "lo", new() { Capacity = 4 });
        await using PingProbe probe = PingProbe.Open(_wire.Left);

        for (int i = 0; i < 10; i++)
            Assert.True((await probe.SendAsync(IPAddress.Loopback, Cancelled)).IsSuccess);

        Assert.Equal(4, capture.Packets.Length);
        CaptureStatistics statistics = capture.Statistics;
        Assert.Equal((40, 0, 36), (statistics.Captured, statistics.Dropped, statistics.Discarded));
    }

    [Fact]
    public async Task Outgoing_packets_may_be_left_out()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0", new() { IncludesOutgoing = false });

        Assert.True((await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, cancellationToken: Cancelled)).IsSuccess);

        Assert.NotEmpty(capture.Packets);
        Assert.DoesNotContain(capture.Packets, packet => packet.IsOutgoing);
    }

    [Fact]
    public async Task A_packet_beyond_the_snapshot_length_is_cut_off_and_says_so()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0", new() { SnapshotLength = 64 });

        Assert.True((await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, cancellationToken: Cancelled)).IsSuccess);

        CapturedPacket packet = Assert.Single(capture.Packets, packet => packet.Packet.First<IcmpMessage>() is { IsEchoReply: true });
        Assert.Equal((64, 98), (packet.Bytes.Length, packet.OriginalLength));
        Assert.True(packet.Packet.IsTruncated);
    }

    [Fact]
    public async Task A_device_that_goes_down_and_up_is_captured_on()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");

        _wire.InLeft("link set eth0 down", "link set eth0 up");
        Assert.True((await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, new() { Attempts = 5 }, Cancelled)).IsSuccess);

        Assert.Contains(capture.Packets, packet => packet.Packet.First<IcmpMessage>() is { IsEchoReply: true });
    }

    [Fact]
    public async Task A_device_that_is_removed_leaves_the_capture_readable()
    {
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "eth0");
        await PingProbe.PingAsync(_wire.Left, Wire.RightAddress, cancellationToken: Cancelled);

        _wire.InLeft("link delete eth0");

        Assert.Contains(capture.Packets, packet => packet.Packet.First<IcmpMessage>() is { IsEchoReply: true });
    }

    [Fact]
    public void A_device_that_is_not_there_is_named()
    {
        PacketCaptureException exception = Assert.Throws<PacketCaptureException>(() => PacketCapture.Start(_wire.Left, "nowhere"));

        Assert.Equal(19, exception.Errno);
        Assert.Contains("'nowhere'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_packet_is_captured_or_counted_as_dropped()
    {
        const int Count = 5000;
        using Socket receiver = _wire.Left.OpenSocket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using Socket sender = _wire.Left.OpenSocket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await using PacketCapture capture = PacketCapture.Start(_wire.Left, "lo", new() { ReceiveBufferSize = 4096 });

        for (int i = 0; i < Count; i++)
            sender.SendTo(new byte[1000], receiver.LocalEndPoint!);

        // Out and in again; the kernel may still be busy with the last ones.
        long start = TimeProvider.System.GetTimestamp();
        while (Total() < 2 * Count && TimeProvider.System.GetElapsedTime(start) < s_deadline)
            await Task.Yield();
        Assert.Equal(2 * Count, Total());

        long Total()
        {
            CaptureStatistics statistics = capture.Statistics;
            return statistics.Captured + statistics.Dropped;
        }
    }
}
