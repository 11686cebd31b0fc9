using System.Diagnostics;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>A socket to an <see cref="InMemoryKernel"/>.</summary>
public sealed class InMemoryTransport : INetlinkTransport
{
    private readonly InMemoryKernel _kernel;
    private readonly object _gate = new();
    private readonly Queue<byte[]> _queue = new();
    private readonly HashSet<uint> _groups = [];
    private TaskCompletionSource? _waiter;
    private int _notifications;
    private bool _hasLost;
    private bool _isCongested;
    private bool _isDisposed;

    internal InMemoryTransport(InMemoryKernel kernel) => _kernel = kernel;

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> datagram)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var reader = new NetlinkMessageReader(datagram);
        while (reader.TryRead(out NetlinkMessage request))
        {
            var reply = new InMemoryReply(this, request.Header);
            _kernel.Handle(request, reply);
            reply.Complete();
        }
    }

    /// <inheritdoc/>
    public int Receive(Span<byte> buffer, TimeSpan timeout)
    {
        lock (_gate)
        {
            long started = Stopwatch.GetTimestamp();
            while (true)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                ThrowIfLost();
                if (_queue.TryDequeue(out byte[]? datagram))
                {
                    // Like the kernel, deaf after an overflow until everything is read.
                    _isCongested &= _queue.Count > 0;
                    _notifications = Math.Min(_notifications, _queue.Count);
                    datagram.AsSpan(0, Math.Min(datagram.Length, buffer.Length)).CopyTo(buffer);
                    return datagram.Length;
                }

                _isCongested = false;
                TimeSpan left = timeout - Stopwatch.GetElapsedTime(started);
                if (timeout <= TimeSpan.Zero || left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                {
                    return 0;
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                ThrowIfLost();
                if (_queue.Count > 0)
                {
                    return;
                }

                _waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = _waiter.Task;
            }

            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public INetlinkTransport OpenAnother(NetlinkOptions? options) => _kernel.OpenTransport();

    /// <inheritdoc/>
    public void JoinGroup(uint group)
    {
        lock (_gate)
        {
            _groups.Add(group);
        }
    }

    /// <inheritdoc/>
    public void LeaveGroup(uint group)
    {
        lock (_gate)
        {
            _groups.Remove(group);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Wake();
        }

        _kernel.Close(this);
    }

    internal void Deliver(byte[] datagram, bool isNotification)
    {
        lock (_gate)
        {
            _queue.Enqueue(datagram);
            _notifications += isNotification ? 1 : 0;
            Wake();
        }
    }

    internal void Notify(uint group, byte[] datagram)
    {
        lock (_gate)
        {
            if (!_groups.Contains(group) || _isCongested)
            {
                return;
            }

            if (_notifications >= _kernel.NotificationCapacity)
            {
                Lose();
            }
            else
            {
                Deliver(datagram, isNotification: true);
            }
        }
    }

    internal void Overflow(uint group)
    {
        lock (_gate)
        {
            if (_groups.Contains(group))
            {
                Lose();
            }
        }
    }

    private void Lose()
    {
        _isCongested = true;
        _hasLost = true;
        Wake();
    }

    private void ThrowIfLost()
    {
        if (_hasLost)
        {
            _hasLost = false;
            throw new NetlinkOverflowException();
        }
    }

    private void Wake()
    {
        Monitor.PulseAll(_gate);
        _waiter?.TrySetResult();
        _waiter = null;
    }
}
