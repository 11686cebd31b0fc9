using System.Runtime.InteropServices;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;
using Tmds.Linux;

namespace KubeNet.Netlink.Links;

/// <summary>
/// Waits until a file that is no socket can be read, which the framework cannot: on the calling thread, or for callers that
/// are asynchronous on one of its own, made when it is first needed. An event that is polled along ends each wait.
/// </summary>
internal sealed class ReadinessWaiter : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly SafeFileHandle _end;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wanted = new(0);
    private TaskCompletionSource? _waiting;
    private Thread? _thread;
    private bool _isPolling;
    private volatile bool _isDisposed;

    public ReadinessWaiter(SafeFileHandle file)
    {
        _file = file;
        int descriptor = LibC.eventfd(0, LibC.EFD_CLOEXEC | LibC.EFD_NONBLOCK);
        _end = descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new NetlinkException("make an event", null, new NetlinkError((LinuxError)Marshal.GetLastPInvokeError()));
    }

    /// <summary>Waits on the calling thread.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed, before or meanwhile.</exception>
    public void Wait()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(TunDevice));
        bool holdsFile = false;
        bool holdsEnd = false;
        try
        {
            _file.DangerousAddRef(ref holdsFile);
            _end.DangerousAddRef(ref holdsEnd);
            Poll();
        }
        finally
        {
            if (holdsFile)
            {
                _file.DangerousRelease();
            }

            if (holdsEnd)
            {
                _end.DangerousRelease();
            }
        }

        ObjectDisposedException.ThrowIf(_isDisposed, typeof(TunDevice));
    }

    /// <summary>Waits without the calling thread; for one caller at a time.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource source;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(TunDevice));
            _waiting = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_thread is null)
            {
                _thread = new Thread(Serve) { IsBackground = true, Name = "kubenet-tun" };
                _thread.UnsafeStart();
            }

            // The wait of a caller who gave up serves the next one.
            if (!_isPolling)
            {
                _isPolling = true;
                _wanted.Release();
            }
        }

        await source.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends each wait.</summary>
    public unsafe void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            ulong one = 1;
            _ = LibC.write((int)_end.DangerousGetHandle(), &one, sizeof(ulong));
            _wanted.Release();
            _waiting?.TrySetException(new ObjectDisposedException(nameof(TunDevice)));
        }

        _end.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            _wanted.Wait();
            try
            {
                Wait();
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            lock (_gate)
            {
                _isPolling = false;
                _waiting?.TrySetResult();
            }
        }
    }

    private unsafe void Poll()
    {
        Span<pollfd> files =
        [
            new pollfd { fd = (int)_file.DangerousGetHandle(), events = (short)LibC.POLLIN },
            new pollfd { fd = (int)_end.DangerousGetHandle(), events = (short)LibC.POLLIN },
        ];
        fixed (pollfd* first = files)
        {
            // Interrupted, it looks again with its caller's next attempt to read.
            _ = LibC.poll(first, 2, -1);
        }
    }
}
