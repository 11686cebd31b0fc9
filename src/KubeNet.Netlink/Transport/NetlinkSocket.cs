using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Tmds.Linux;
using static KubeNet.Netlink.Interop.netlink;
using static Tmds.Linux.LibC;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// A netlink socket. It belongs for life to the network namespace in which it was made, wherever the thread is that uses it.
/// It is connected to the kernel, so that no other process can send to it.
/// </summary>
public sealed class NetlinkSocket : INetlinkTransport
{
    // asm-generic/socket.h
    private const int SO_PROTOCOL = 38;
    private const int SO_NETNS_COOKIE = 71;

    private readonly SafeSocketHandle _handle;
    private readonly Func<SafeHandle, int>? _openAnother;
    private readonly byte[] _peek = GC.AllocateUninitializedArray<byte>(1);
    private Socket? _waiter;

    private NetlinkSocket(SafeSocketHandle handle, Func<SafeHandle, int>? openAnother)
    {
        _handle = handle;
        _openAnother = openAnother;
    }

    /// <summary>Opens a socket in the network namespace of the calling thread.</summary>
    /// <param name="protocol">The family: 0 is rtnetlink (<c>NETLINK_ROUTE</c>), 16 generic netlink (<c>NETLINK_GENERIC</c>).</param>
    /// <param name="options">Buffers and checks.</param>
    /// <exception cref="NetlinkException">The kernel has no such family, or a limit of descriptors is reached.</exception>
    public static NetlinkSocket Open(int protocol = NETLINK_ROUTE, NetlinkOptions? options = null) =>
        FromDescriptor(OpenDescriptor(protocol), options);

    /// <summary>Raw work that is allowed on a thread in a foreign namespace: one system call.</summary>
    internal static int OpenDescriptor(int protocol)
    {
        int descriptor = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol);
        return descriptor >= 0 ? descriptor : throw Failure("open a netlink socket");
    }

    /// <summary>Sets up a descriptor that was opened elsewhere, and owns it.</summary>
    /// <param name="descriptor">A netlink socket, not yet connected.</param>
    /// <param name="options">Buffers and checks.</param>
    /// <param name="openAnother">
    /// Makes another descriptor of the same family in the namespace of this one; needed where that is not the process's own.
    /// </param>
    internal static NetlinkSocket FromDescriptor(int descriptor, NetlinkOptions? options, Func<SafeHandle, int>? openAnother = null)
    {
        options ??= NetlinkOptions.Default;
        var socket = new NetlinkSocket(new SafeSocketHandle(descriptor, ownsHandle: true), openAnother);
        try
        {
            socket.Connect();
            socket.SetOption(NETLINK_EXT_ACK, 1);
            socket.SetOption(NETLINK_CAP_ACK, 1);
            if (options.StrictChecking)
            {
                socket.SetOption(NETLINK_GET_STRICT_CHK, 1);
            }

            if (options.ReceiveBufferSize is { } size)
            {
                socket.SetReceiveBuffer(size);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public unsafe void Send(ReadOnlySpan<byte> datagram)
    {
        using var use = new Use(_handle);
        fixed (byte* bytes = datagram)
        {
            while ((long)send(use.Descriptor, bytes, (size_t)(ulong)datagram.Length, 0) < 0)
            {
                if ((LinuxError)Marshal.GetLastPInvokeError() != LinuxError.EINTR)
                {
                    throw Failure("send to the kernel");
                }
            }
        }
    }

    /// <inheritdoc/>
    public unsafe int Receive(Span<byte> buffer, TimeSpan timeout)
    {
        using var use = new Use(_handle);
        long started = 0;
        while (true)
        {
            int received;
            fixed (byte* bytes = buffer)
            {
                received = (int)(long)recv(use.Descriptor, bytes, (size_t)(ulong)buffer.Length, MSG_TRUNC | MSG_DONTWAIT);
            }

            if (received >= 0)
            {
                return received;
            }

            switch ((LinuxError)Marshal.GetLastPInvokeError())
            {
                case LinuxError.EINTR:
                    break;
                case LinuxError.ENOBUFS:
                    throw new NetlinkOverflowException();
                case LinuxError.EAGAIN:
                    if (timeout <= TimeSpan.Zero)
                    {
                        return 0;
                    }

                    started = started == 0 ? Stopwatch.GetTimestamp() : started;
                    TimeSpan left = timeout - Stopwatch.GetElapsedTime(started);
                    if (left <= TimeSpan.Zero)
                    {
                        return 0;
                    }

                    Poll(use.Descriptor, left);
                    break;
                default:
                    throw Failure("receive from the kernel");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);

        // A look at one byte leaves the datagram in the queue, and the framework's event loop does the waiting.
        _waiter ??= new Socket(_handle);
        try
        {
            await _waiter.ReceiveAsync(_peek.AsMemory(), SocketFlags.Peek, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.NoBufferSpaceAvailable)
        {
            throw new NetlinkOverflowException();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.OperationAborted && _handle.IsClosed)
        {
            throw new ObjectDisposedException(nameof(NetlinkSocket));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NetlinkException">The other socket could not be opened.</exception>
    /// <exception cref="InvalidOperationException">The calling thread is in another namespace, and this socket cannot tell the way.</exception>
    public INetlinkTransport OpenAnother(NetlinkOptions? options)
    {
        using var use = new Use(_handle);
        if (_openAnother is not null)
        {
            return FromDescriptor(_openAnother(_handle), options, _openAnother);
        }

        NetlinkSocket other = Open((int)GetOption(SO_PROTOCOL, sizeof(int)), options);
        if (other.GetOption(SO_NETNS_COOKIE, sizeof(ulong)) == GetOption(SO_NETNS_COOKIE, sizeof(ulong)))
        {
            return other;
        }

        other.Dispose();
        throw new InvalidOperationException(
            "The netlink socket was opened in another network namespace than that of the calling thread. Connect through NetworkNamespace instead.");
    }

    /// <inheritdoc/>
    public void JoinGroup(uint group) => SetOption(NETLINK_ADD_MEMBERSHIP, (int)group);

    /// <inheritdoc/>
    public void LeaveGroup(uint group) => SetOption(NETLINK_DROP_MEMBERSHIP, (int)group);

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiter?.Dispose();
        _handle.Dispose();
    }

    private static NetlinkException Failure(string operation) =>
        new(operation, null, new NetlinkError((LinuxError)Marshal.GetLastPInvokeError()));

    private unsafe void Connect()
    {
        using var use = new Use(_handle);
        var kernel = new sockaddr_nl { nl_family = (ushort)AF_NETLINK };
        if (connect(use.Descriptor, (sockaddr*)&kernel, (socklen_t)(uint)sizeof(sockaddr_nl)) < 0)
        {
            throw Failure("connect a netlink socket to the kernel");
        }
    }

    private unsafe void SetOption(int option, int value)
    {
        using var use = new Use(_handle);
        if (setsockopt(use.Descriptor, SOL_NETLINK, option, &value, (socklen_t)sizeof(int)) < 0)
        {
            throw Failure($"set option {option} of a netlink socket to {value}");
        }
    }

    /// <summary>A number that the kernel tells of the socket; 0 if it does not know the option.</summary>
    private unsafe ulong GetOption(int option, int size)
    {
        using var use = new Use(_handle);
        ulong value = 0;
        var length = (socklen_t)(uint)size;
        return getsockopt(use.Descriptor, SOL_SOCKET, option, &value, &length) < 0 ? 0 : value;
    }

    private unsafe void SetReceiveBuffer(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(NetlinkOptions.ReceiveBufferSize));
        using var use = new Use(_handle);
        if (setsockopt(use.Descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &size, (socklen_t)sizeof(int)) < 0
            && setsockopt(use.Descriptor, SOL_SOCKET, SO_RCVBUF, &size, (socklen_t)sizeof(int)) < 0)
        {
            throw Failure($"set the receive buffer of a netlink socket to {size} bytes");
        }
    }

    private static unsafe void Poll(int socket, TimeSpan timeout)
    {
        var descriptor = new pollfd { fd = socket, events = POLLIN };
        int milliseconds = (int)Math.Clamp(Math.Ceiling(timeout.TotalMilliseconds), 1, int.MaxValue);
        if (poll(&descriptor, 1, milliseconds) < 0 && (LinuxError)Marshal.GetLastPInvokeError() != LinuxError.EINTR)
        {
            throw Failure("wait for the kernel's answer");
        }
    }

    /// <summary>Keeps the descriptor open, and its number from being given to another file, while a system call uses it.</summary>
    private readonly ref struct Use
    {
        private readonly SafeSocketHandle _handle;

        public Use(SafeSocketHandle handle)
        {
            bool held = false;
            handle.DangerousAddRef(ref held);
            _handle = handle;
        }

        public int Descriptor => (int)_handle.DangerousGetHandle();

        public void Dispose() => _handle.DangerousRelease();
    }
}
