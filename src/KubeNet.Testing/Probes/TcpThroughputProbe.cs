using System.Buffers;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.Probes;

/// <summary>
/// Sends over TCP from one network namespace to another and measures how fast, as <c>iperf3</c> does.
/// Needs CAP_SYS_ADMIN to enter the namespaces.
/// </summary>
public static class TcpThroughputProbe
{
    /// <summary>Measures once. All sockets are closed when it returns, however it ends.</summary>
    /// <param name="client">The namespace that sends.</param>
    /// <param name="server">The namespace that receives.</param>
    /// <param name="serverAddress">An address of the server.</param>
    /// <param name="options">How much to send; <see cref="ThroughputOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the measurement without a result.</param>
    /// <exception cref="TimeoutException">No connection was made within <see cref="ThroughputOptions.ConnectTimeout"/>.</exception>
    /// <exception cref="SocketException">The server's address is not there, or the connection was refused or lost.</exception>
    /// <exception cref="NetworkNamespaceException">A namespace could not be entered.</exception>
    public static async Task<ThroughputResult> MeasureAsync(
        NetworkNamespace client,
        NetworkNamespace server,
        IPAddress serverAddress,
        ThroughputOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(serverAddress);
        options ??= ThroughputOptions.Default;
        options.Validate();

        var sockets = new List<Socket>((options.Connections * 2) + 1);
        // The first side that fails ends the other, which would wait for it.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Socket[] senders = new Socket[options.Connections];
            Socket[] receivers = new Socket[options.Connections];
            await ConnectAsync(client, server, serverAddress, options, sockets, senders, receivers, cancellationToken).ConfigureAwait(false);

            long start = options.TimeProvider.GetTimestamp();
            Task[] sending = Array.ConvertAll(senders, socket => GuardAsync(SendAsync(socket, options, stop.Token), stop));
            Task<long>[] receiving = Array.ConvertAll(receivers, socket => GuardAsync(ReceiveAsync(socket, options.BufferSize, stop.Token), stop));
            await Task.WhenAll([.. sending, .. receiving]).ConfigureAwait(false);

            long bytes = 0;
            foreach (Task<long> one in receiving)
                bytes += await one.ConfigureAwait(false);
            return new ThroughputResult(bytes, options.TimeProvider.GetElapsedTime(start));
        }
        finally
        {
            foreach (Socket socket in sockets)
                socket.Dispose();
        }
    }

    private static async Task ConnectAsync(
        NetworkNamespace client,
        NetworkNamespace server,
        IPAddress address,
        ThroughputOptions options,
        List<Socket> sockets,
        Socket[] senders,
        Socket[] receivers,
        CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.ConnectTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        Socket listener = Open(server);
        listener.Bind(new IPEndPoint(address, options.Port));
        listener.Listen(options.Connections);
        EndPoint endPoint = listener.LocalEndPoint!;
        try
        {
            for (int i = 0; i < options.Connections; i++)
            {
                senders[i] = Open(client);
                await senders[i].ConnectAsync(endPoint, either.Token).ConfigureAwait(false);
                receivers[i] = await listener.AcceptAsync(either.Token).ConfigureAwait(false);
                sockets.Add(receivers[i]);
            }
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No TCP connection to {endPoint} within {options.ConnectTimeout.TotalSeconds} s.");
        }

        Socket Open(NetworkNamespace ns)
        {
            Socket socket = ns.OpenSocket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            return socket;
        }
    }

    private static async Task<long> SendAsync(Socket socket, ThroughputOptions options, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(options.BufferSize);
        // A pooled buffer holds what others left in it, which is nothing for a network to see.
        buffer.AsSpan(0, options.BufferSize).Clear();
        try
        {
            long sent = 0;
            long start = options.TimeProvider.GetTimestamp();
            while (options.Bytes is { } bytes ? sent < bytes : options.TimeProvider.GetElapsedTime(start) < options.Duration)
            {
                int length = (int)Math.Min(options.BufferSize, (options.Bytes ?? long.MaxValue) - sent);
                sent += await socket.SendAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }
            socket.Shutdown(SocketShutdown.Send);
            return sent;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<long> ReceiveAsync(Socket socket, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        try
        {
            long received = 0;
            while (await socket.ReceiveAsync(buffer.AsMemory(0, bufferSize), cancellationToken).ConfigureAwait(false) is var length and > 0)
                received += length;
            return received;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<long> GuardAsync(Task<long> work, CancellationTokenSource stop)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
