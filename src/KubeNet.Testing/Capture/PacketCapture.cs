using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Interop;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Testing.Capture;

/// <summary>
/// Captures what goes in and out of one device, as <c>tcpdump -i DEVICE</c> inside the namespace does.
/// Needs CAP_NET_RAW, and CAP_SYS_ADMIN to enter the namespace.
/// </summary>
/// <remarks>
/// The capture is in force when <see cref="Start"/> returns: no packet sent afterwards is missed. It runs until it is disposed;
/// if the device goes away, nothing more comes. Packets captured so far may still be read after disposal.
/// </remarks>
public sealed class PacketCapture : IDisposable, IAsyncDisposable
{
    // Bounds one turn, so that a flood cannot hold the lock for ever.
    private const int PacketsPerTurn = 256;
    private const int PacketsPerSnapshot = 65_536;

    private readonly Lock _receiving = new();
    private readonly string _device;
    private readonly TimeProvider _timeProvider;
    private readonly CaptureSocket _socket;
    private readonly CaptureBuffer _buffer;
    private readonly SafeFileHandle _stop;
    private readonly Thread _thread;
    private long _dropped;
    private bool _isClosed;
    private int _isDisposed;

    private PacketCapture(string device, CaptureSocket socket, SafeFileHandle stop, CaptureOptions options)
    {
        _device = device;
        _timeProvider = options.TimeProvider;
        _socket = socket;
        _stop = stop;
        _buffer = new CaptureBuffer(options.Capacity, options.MaximumBytes);
        _thread = new Thread(Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = $"capture {device}" };
    }

    /// <summary>All packets that the device has seen since the start, oldest first, as far as they are kept; also those that were just handed over by the kernel.</summary>
    public ImmutableArray<CapturedPacket> Packets
    {
        get
        {
            lock (_receiving)
            {
                if (!_isClosed)
                    Receive(PacketsPerSnapshot);
            }
            return _buffer.Snapshot();
        }
    }

    /// <summary>What the capture has seen and lost so far.</summary>
    public CaptureStatistics Statistics
    {
        get
        {
            lock (_receiving)
            {
                if (!_isClosed)
                    _dropped = _socket.ReadDropped();
                return new CaptureStatistics(_buffer.Captured, _dropped, _buffer.Discarded);
            }
        }
    }

    /// <summary>Starts a capture.</summary>
    /// <param name="ns">The namespace of the device.</param>
    /// <param name="device">Name of the device, such as <c>eth0</c>.</param>
    /// <param name="options">How to capture; <see cref="CaptureOptions.Default"/> if <see langword="null"/>.</param>
    /// <exception cref="PacketCaptureException">There is no such device, or the kernel refused the capture.</exception>
    public static PacketCapture Start(NetworkNamespace ns, string device, CaptureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ns);
        InterfaceName.Validate(device);
        options ??= CaptureOptions.Default;
        options.Validate();

        CaptureSocket socket = CaptureSocket.Open(ns, device, options);
        SafeFileHandle stop = sys_socket.eventfd(0, sys_socket.EFD_CLOEXEC);
        if (stop.IsInvalid)
        {
            int errno = Marshal.GetLastPInvokeError();
            socket.Dispose();
            throw new PacketCaptureException("start a capture on", device, errno);
        }
        var capture = new PacketCapture(device, socket, stop, options);
        capture._thread.Start();
        return capture;
    }

    /// <summary>Reads the packets kept so far, then each packet as it comes; ends when the capture is disposed.</summary>
    /// <remarks>There may be many readers, and each gets every packet. A reader that is slower than the buffer is long misses the packets discarded meanwhile.</remarks>
    /// <param name="cancellationToken">Ends the reading, not the capture.</param>
    /// <exception cref="PacketCaptureException">The kernel ended the capture.</exception>
    public async IAsyncEnumerable<CapturedPacket> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long position = 0;
        while (true)
        {
            while (_buffer.TryRead(ref position, out CapturedPacket? packet))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return packet;
            }
            if (_buffer.WaitAsync(position) is not { } arrival)
                yield break;
            await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the first packet for which a condition holds, among those kept so far and those to come.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="deadline">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait, not the capture.</param>
    /// <exception cref="TimeoutException">No such packet came in time; the message tells what came instead.</exception>
    /// <exception cref="InvalidOperationException">The capture was disposed before such a packet came.</exception>
    /// <exception cref="PacketCaptureException">The kernel ended the capture.</exception>
    public async Task<CapturedPacket> WaitForAsync(Func<CapturedPacket, bool> predicate, TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var timer = new CancellationTokenSource(deadline, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await foreach (CapturedPacket packet in ReadAllAsync(either.Token).ConfigureAwait(false))
            {
                if (predicate(packet))
                    return packet;
            }
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No packet on '{_device}' met the condition within {deadline.TotalSeconds} s. {Describe()}");
        }
        throw new InvalidOperationException($"The capture on '{_device}' was disposed before a packet met the condition. {Describe()}");
    }

    /// <summary>Ends the capture. Readers get what was captured until now, and end.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        _ = sys_socket.eventfd_write(_stop, 1);
        _thread.Join();
        lock (_receiving)
        {
            Receive(PacketsPerSnapshot);
            _dropped = _socket.ReadDropped();
            _isClosed = true;
            _socket.Dispose();
        }
        _stop.Dispose();
        _buffer.Complete(failure: null);
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // Both descriptors outlive the thread: Dispose joins it before it closes them.
    private unsafe void Run()
    {
        sys_socket.pollfd* descriptors = stackalloc sys_socket.pollfd[2];
        descriptors[0] = new() { fd = (int)_stop.DangerousGetHandle(), events = sys_socket.POLLIN };
        descriptors[1] = new() { fd = (int)_socket.Handle.DangerousGetHandle(), events = sys_socket.POLLIN };
        bool goesOn = true;
        while (goesOn)
        {
            _ = sys_socket.poll(descriptors, 2, timeout: -1);
            if (descriptors[0].revents != 0)
                return;
            lock (_receiving)
                goesOn = Receive(PacketsPerTurn);
        }
    }

    // False: the kernel ended the capture. Readers learn of it; nobody else waits for this thread's word.
    private bool Receive(int limit)
    {
        try
        {
            while (limit-- > 0 && _socket.TryReceive() is { } packet)
                _buffer.Add(packet);
            return true;
        }
        catch (PacketCaptureException exception)
        {
            _buffer.Complete(exception);
            return false;
        }
    }

    private string Describe()
    {
        ImmutableArray<CapturedPacket> packets = Packets;
        return packets.IsEmpty
            ? "Nothing was captured."
            : $"{packets.Length} packets are kept, the last of them:{string.Concat(packets.TakeLast(10).Select(packet => $"\n  {packet}"))}";
    }
}
