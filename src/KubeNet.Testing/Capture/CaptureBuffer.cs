using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace KubeNet.Testing.Capture;

// The newest packets, numbered from 0 in order of capture. Readers hold a number of their own, so that there may be many.
internal sealed class CaptureBuffer(int capacity, long maximumBytes)
{
    private readonly Lock _lock = new();
    private CapturedPacket?[] _ring = new CapturedPacket?[Math.Min(64, capacity)];
    private long _first;
    private int _count;
    private long _bytes;
    private bool _isComplete;
    private Exception? _failure;
    private TaskCompletionSource? _arrival;

    public long Captured
    {
        get
        {
            lock (_lock)
                return _first + _count;
        }
    }

    public long Discarded
    {
        get
        {
            lock (_lock)
                return _first;
        }
    }

    public void Add(CapturedPacket packet)
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            while (_count == capacity || (_count > 0 && _bytes + packet.Bytes.Length > maximumBytes))
                DiscardFirst();
            if (_count == _ring.Length)
                Grow();
            _ring[IndexOf(_first + _count)] = packet;
            _count++;
            _bytes += packet.Bytes.Length;
            arrival = _arrival;
            _arrival = null;
        }
        arrival?.SetResult();
    }

    public void Complete(Exception? failure)
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            _failure ??= failure;
            _isComplete = true;
            arrival = _arrival;
            _arrival = null;
        }
        arrival?.SetResult();
    }

    public ImmutableArray<CapturedPacket> Snapshot()
    {
        lock (_lock)
        {
            var packets = ImmutableArray.CreateBuilder<CapturedPacket>(_count);
            for (int i = 0; i < _count; i++)
                packets.Add(_ring[IndexOf(_first + i)]!);
            return packets.MoveToImmutable();
        }
    }

    // Gives the packet at the position, or the oldest that is left, and moves the position behind it.
    public bool TryRead(ref long position, [NotNullWhen(true)] out CapturedPacket? packet)
    {
        lock (_lock)
        {
            position = Math.Max(position, _first);
            packet = position < _first + _count ? _ring[IndexOf(position)] : null;
        }
        if (packet is null)
            return false;
        position++;
        return true;
    }

    // Completes when there is a packet at the position; null if there will never be one.
    public Task? WaitAsync(long position)
    {
        lock (_lock)
        {
            if (position < _first + _count)
                return Task.CompletedTask;
            if (_failure is not null)
                return Task.FromException(_failure);
            if (_isComplete)
                return null;
            _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _arrival.Task;
        }
    }

    private int IndexOf(long number) => (int)(number % _ring.Length);

    private void DiscardFirst()
    {
        ref CapturedPacket? first = ref _ring[IndexOf(_first)];
        _bytes -= first!.Bytes.Length;
        first = null;
        _first++;
        _count--;
    }

    private void Grow()
    {
        var larger = new CapturedPacket?[Math.Min(capacity, _ring.Length * 2)];
        for (int i = 0; i < _count; i++)
            larger[(_first + i) % larger.Length] = _ring[IndexOf(_first + i)];
        _ring = larger;
    }
}
