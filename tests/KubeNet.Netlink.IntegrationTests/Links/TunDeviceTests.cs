using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class TunDeviceTests : LinkTest
{
    [Fact]
    public void Reports_what_was_asked_for()
    {
        using TunDevice device = TunDevice.Open(Namespace, "tap0", new TunOptions { Kind = TunKind.Tap, IsMultiQueue = true, IsPersistent = true, Owner = 1, Group = 2 });

        TunLink link = Assert.IsType<TunLink>(Links.Get("tap0").Kind);

        Assert.Equal((TunKind.Tap, true, true, 1u, 2u), (link.Type, link.IsMultiQueue, link.IsPersistent, link.Owner, link.Group));
        Assert.Equal((false, false, 1u), (link.HasPacketInformation, link.HasVirtioHeader, link.QueueCount));
    }

    [Fact]
    public void Has_the_kernel_choose_a_name_and_goes_with_its_queue()
    {
        using (TunDevice device = TunDevice.Open(Namespace))
        {
            Assert.Equal("tun0", device.Name);
            Assert.Equal(HardwareType.None, Links.Get("tun0").HardwareType);
        }

        Assert.Null(Links.TryGet("tun0"));
    }

    [Fact]
    public void Stays_when_it_is_persistent_and_opens_again()
    {
        TunDevice.Open(Namespace, "tun7", new TunOptions { IsPersistent = true }).Dispose();
        Assert.NotNull(Links.TryGet("tun7"));

        NetlinkException error = Assert.Throws<NetlinkException>(() => TunDevice.Open(Namespace, "tun7", new TunOptions { MustBeNew = true }));

        Assert.Equal(LinuxError.EBUSY, error.Error);
        TunDevice.Open(Namespace, "tun7").Dispose();
    }

    [Fact]
    public void Is_opened_once_for_each_queue()
    {
        var options = new TunOptions { IsMultiQueue = true };
        using TunDevice first = TunDevice.Open(Namespace, "tun0", options);
        using TunDevice second = TunDevice.Open(Namespace, "tun0", options);

        Assert.Equal(2u, Assert.IsType<TunLink>(Links.Get("tun0").Kind).QueueCount);
    }

    [Fact]
    public async Task Carries_packets_both_ways()
    {
        await using TunDevice device = TunDevice.Open(Namespace, "tun0");
        Ip("address add 10.9.0.1/24 dev tun0");
        Links.SetUp("tun0");
        byte[] buffer = new byte[2048];
        byte[] ping = EchoRequest();

        await device.WriteAsync(ping, TestContext.Current.CancellationToken);
        int length = await ReadIPv4Async(device, buffer);

        Assert.Equal(ping.Length, length);
        Assert.Equal([10, 9, 0, 1, 10, 9, 0, 2], buffer[12..20]);
        Assert.Equal(0, buffer[20]);
    }

    [Fact]
    public async Task Ends_a_read_that_waits_when_it_is_disposed()
    {
        TunDevice device = TunDevice.Open(Namespace, "tun0");
        Task<int> waiting = device.ReadAsync(new byte[100], TestContext.Current.CancellationToken).AsTask();
        using var started = new ManualResetEventSlim();
        Exception? thrown = null;
        var reader = new Thread(() =>
        {
            started.Set();
            thrown = Record.Exception(() => device.Read(new byte[100]));
        });
        reader.Start();
        started.Wait(TestContext.Current.CancellationToken);

        device.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.True(reader.Join(TimeSpan.FromSeconds(10)));
        Assert.IsType<ObjectDisposedException>(thrown);
        Assert.Throws<ObjectDisposedException>(() => device.Write(new byte[20]));
    }

    [Fact]
    public async Task Loses_no_packet_to_a_read_that_was_cancelled()
    {
        await using TunDevice device = TunDevice.Open(Namespace, "tun0");
        Ip("address add 10.9.0.1/24 dev tun0");
        using var cancellation = new CancellationTokenSource();
        byte[] buffer = new byte[2048];
        Task<int> cancelled = device.ReadAsync(buffer, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Links.SetUp("tun0");
        device.Write(EchoRequest());

        Assert.Equal(EchoRequest().Length, await ReadIPv4Async(device, buffer));
    }

    [Fact]
    public void Says_that_the_link_is_down()
    {
        using TunDevice device = TunDevice.Open(Namespace, "tun0");

        NetlinkException error = Assert.Throws<NetlinkException>(() => device.Write(EchoRequest()));

        Assert.Equal(LinuxError.EIO, error.Error);
        Assert.StartsWith("Cannot write to tun device 'tun0': EIO", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Reads on past what the kernel sends of its own accord over IPv6.</summary>
    private static async Task<int> ReadIPv4Async(TunDevice device, byte[] buffer)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        int length;
        do
        {
            length = await device.ReadAsync(buffer, deadline.Token);
        }
        while (buffer[0] >> 4 != 4);
        return length;
    }

    /// <summary>An echo request from 10.9.0.2 to 10.9.0.1 (RFC 791, RFC 792) without data.</summary>
    private static byte[] EchoRequest()
    {
        byte[] packet = [0x45, 0, 0, 28, 0, 1, 0, 0, 64, 1, 0, 0, 10, 9, 0, 2, 10, 9, 0, 1, 8, 0, 0, 0, 0, 1, 0, 1];
        Checksum(packet.AsSpan(0, 20), packet.AsSpan(10));
        Checksum(packet.AsSpan(20), packet.AsSpan(22));
        return packet;
    }

    private static void Checksum(ReadOnlySpan<byte> bytes, Span<byte> result)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            sum += (uint)((bytes[i] << 8) | bytes[i + 1]);
        }

        sum = (sum & 0xffff) + (sum >> 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(result, (ushort)~sum);
    }
}
