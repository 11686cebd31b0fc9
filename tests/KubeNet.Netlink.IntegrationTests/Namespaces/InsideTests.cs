using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

public sealed class InsideTests : IDisposable
{
    private readonly TemporaryNamespace _temporary = new();

    private NetworkNamespace Inside => _temporary.Namespace;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Work_runs_inside_and_its_result_comes_back()
    {
        Assert.Equal(Inside.Identity.ToString(), Inside.Invoke(() => new FileInfo("/proc/thread-self/ns/net").LinkTarget));
        using NetworkNamespace current = NetworkNamespace.Current();
        Assert.NotEqual(Inside.Identity, current.Identity);
    }

    [Fact]
    public void What_the_work_throws_is_thrown_here()
        => Assert.Equal("boom", Assert.Throws<FormatException>(() => Inside.Invoke(() => throw new FormatException("boom"))).Message);

    [Fact]
    public void Work_gets_a_full_stack()
        => Assert.Equal(5000, Inside.Invoke(() => Depth(5000)));

    [Fact]
    public async Task A_socket_made_inside_is_used_asynchronously_from_home()
    {
        IpCommand.Run($"-n {_temporary.Name} link set lo up");
        using Socket listener = Inside.OpenSocket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using Socket client = Inside.OpenSocket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        CancellationToken stop = TestContext.Current.CancellationToken;

        Task<Socket> accepting = listener.AcceptAsync(stop).AsTask();
        await client.ConnectAsync(listener.LocalEndPoint!, stop);
        using Socket server = await accepting;
        await client.SendAsync("ping"u8.ToArray(), stop);
        byte[] buffer = new byte[16];
        int count = await server.ReceiveAsync(buffer, stop);

        Assert.Equal("ping"u8, buffer.AsSpan(0, count));
        Assert.Contains(
            $":{((IPEndPoint)listener.LocalEndPoint!).Port} ",
            IpCommand.Run($"netns exec {_temporary.Name} ss -Hltn"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp)]
    [InlineData(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp)]
    [InlineData(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)]
    [InlineData(AddressFamily.Packet, SocketType.Raw, (ProtocolType)0)]
    public void Sockets_of_every_family_are_made(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        using Socket socket = Inside.OpenSocket(family, type, protocol);

        Assert.Equal((family, type), (socket.AddressFamily, socket.SocketType));
        if (family == AddressFamily.InterNetworkV6)
            Assert.False(socket.DualMode);
    }

    [Fact]
    public void A_socket_that_the_kernel_does_not_know_is_an_error()
    {
        NetworkNamespaceException exception = Assert.Throws<NetworkNamespaceException>(
            () => Inside.OpenSocket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Udp));

        Assert.Equal(LinuxError.EPROTONOSUPPORT, exception.Error);
        Assert.Equal("open a socket in", exception.Operation);
    }

    [Fact]
    public async Task A_program_started_inside_is_there_and_is_read_waited_for_and_judged_from_home()
    {
        var start = new ProcessStartInfo("sh", ["-c", "readlink /proc/self/ns/net; read line; exit 7"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        CancellationToken stop = TestContext.Current.CancellationToken;
        using Process process = Inside.StartProcess(start);

        Assert.Equal(Inside.Identity.ToString(), await process.StandardOutput.ReadLineAsync(stop));
        using (NetworkNamespace opened = NetworkNamespace.OpenProcess(process.Id))
            Assert.Equal(Inside.Identity, opened.Identity);
        await process.StandardInput.WriteLineAsync("go".AsMemory(), stop);
        await process.WaitForExitAsync(stop);
        Assert.Equal(7, process.ExitCode);
    }

    [Fact]
    public void A_program_that_is_not_there_is_the_same_error_as_at_home()
    {
        Win32Exception exception = Assert.Throws<Win32Exception>(() => Inside.StartProcess(new ProcessStartInfo("/run/netns/no-program")));

        Assert.Equal(2, exception.NativeErrorCode);
        Assert.Throws<ArgumentException>(() => Inside.StartProcess(new ProcessStartInfo("true") { UseShellExecute = true }));
    }

    [Fact]
    public void A_connection_speaks_to_the_namespace()
    {
        using NetlinkConnection connection = Inside.OpenConnection();
        using NetworkNamespace current = NetworkNamespace.Current();
        var ids = new NamespaceIdOperations(connection);

        Assert.Null(ids.Get(current));
        Assert.Equal(17, ids.Assign(current, 17));
        Assert.Equal(17, ids.Get(current));
        Assert.Equal(17, Inside.GetId(current));
        Assert.Contains("nsid 17", IpCommand.Run($"-n {_temporary.Name} netns list-id"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kernel_chooses_an_id_and_keeps_it()
    {
        using NetworkNamespace other = NetworkNamespace.CreateUnnamed();
        Assert.Null(Inside.GetId(other));

        int id = Inside.AssignId(other);

        Assert.Equal(id, Inside.GetId(other));
        Assert.Equal(id, Inside.AssignId(other));
        Assert.Equal(LinuxError.EEXIST, Assert.Throws<NetlinkException>(() => Inside.AssignId(other, id + 1)).Error);
    }

    private static int Depth(int depth) => depth == 0 ? 0 : 1 + Depth(depth - 1);
}
