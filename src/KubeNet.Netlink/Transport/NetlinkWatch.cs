using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// A table kept in step with the kernel. Whoever pulls the next change has the socket read: there is no task behind it, and
/// what is not pulled waits in the kernel, up to a limit.
/// </summary>
internal sealed class NetlinkWatch<T, TKey, TFilter> : IDisposable
    where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
    where TKey : struct, IEquatable<TKey>
    where TFilter : class, INetlinkFilter<T>, new()
{
    private readonly NetlinkOperations<T, TKey, TFilter> _operations;
    private readonly TFilter _filter;
    private readonly NetlinkOptions _options;
    private readonly NetlinkMonitor _monitor;
    private PayloadStore<T, TKey> _store = new();
    private PayloadStore<T, TKey>? _before;
    private ReadOnlyMemory<byte> _rest;
    private int _cursor;
    private int _goneCursor;
    private bool _isUnsettled;

    /// <summary>Begins to listen, before anything is listed, so that no change falls between the two.</summary>
    public NetlinkWatch(NetlinkOperations<T, TKey, TFilter> operations, TFilter filter, WatchOptions options)
    {
        _operations = operations;
        _filter = filter;
        _options = operations.Connection.Options;
        _monitor = operations.Connection.OpenMonitor(options.ReceiveBufferSize);
        try
        {
            foreach (uint group in operations.Kind.Groups)
            {
                _monitor.Join(group);
            }
        }
        catch
        {
            _monitor.Dispose();
            throw;
        }
    }

    /// <summary>Whether the table must be listed again, because things change in it that the kernel does not tell.</summary>
    public bool IsUnsettled => _isUnsettled;

    public void Dispose() => _monitor.Dispose();

    /// <summary>Lists the table for the first time.</summary>
    public void List(CancellationToken cancellationToken)
    {
        _store = Listed(cancellationToken);
        _cursor = 0;
    }

    /// <summary>Gives what the first listing found, one by one.</summary>
    public bool TryNextListed(out Change<T> change)
    {
        if (_store.TryNext(ref _cursor, out ReadOnlySpan<byte> payload))
        {
            change = new Change<T>(ChangeKind.Snapshot, T.Read(payload), null);
            return true;
        }

        change = default;
        return false;
    }

    /// <summary>Throws away what waits, because something is missing from it.</summary>
    public void Discard()
    {
        _rest = default;
        _monitor.Discard();
        NetlinkDiagnostics.CountResync(_operations.Kind.Plural);
        if (_options.Logger is { } logger)
        {
            NetlinkLog.WatchOverflowed(logger, _operations.Kind.Plural);
        }
    }

    /// <summary>Lists the table again; <see cref="TryNextDifference"/> then tells what is different.</summary>
    public void ListAgain(CancellationToken cancellationToken)
    {
        _before = _store;
        _store = Listed(cancellationToken);
        _cursor = 0;
        _goneCursor = 0;
        _isUnsettled = false;
    }

    /// <summary>Gives what differs between the last two listings, one by one: what is new or other, then what is gone.</summary>
    public bool TryNextDifference(out Change<T> change)
    {
        if (_before is not null)
        {
            while (_store.TryNext(ref _cursor, out ReadOnlySpan<byte> payload))
            {
                T item = T.Read(payload);
                bool existed = _before.TryFind(item.WatchKey, payload, out int index, out T? stored);
                if (existed)
                {
                    // What is left of the earlier listing in the end is what is gone.
                    _before.RemoveAt(index);
                    if (stored is null || !_operations.Differs(stored, item))
                    {
                        continue;
                    }
                }

                change = new Change<T>(existed ? ChangeKind.Updated : ChangeKind.Added, item, stored);
                return true;
            }

            if (_before.TryNext(ref _goneCursor, out ReadOnlySpan<byte> gone))
            {
                T item = T.Read(gone);
                change = new Change<T>(ChangeKind.Removed, item, item);
                return true;
            }

            _before = null;
        }

        change = default;
        return false;
    }

    /// <summary>Gives the next change; false if the kernel has nothing more to tell for now.</summary>
    /// <exception cref="NetlinkOverflowException">Changes were lost.</exception>
    public bool TryNextChange(out Change<T> change)
    {
        while (true)
        {
            while (TryNextMessage(out NetlinkMessage message))
            {
                if (TryApply(message, out change))
                {
                    return true;
                }
            }

            if (!_monitor.TryReceive(out _rest))
            {
                change = default;
                return false;
            }
        }
    }

    /// <summary>Waits for something to read; false if changes were lost.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _monitor.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (NetlinkOverflowException)
        {
            return false;
        }
    }

    private PayloadStore<T, TKey> Listed(CancellationToken cancellationToken)
    {
        using NetlinkConnection connection = _monitor.OpenConnection(_options);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var collector = new Collector(_operations, _filter);
            try
            {
                connection.Dump(_operations.Kind.Get, _filter, ref collector, _operations.Kind.Listing);
                return collector.Store;
            }
            catch (NetlinkDumpInterruptedException)
            {
                // The table is in turmoil. A watch has nothing better to do than to try until it is not.
            }
        }
    }

    private bool TryNextMessage(out NetlinkMessage message)
    {
        var reader = new NetlinkMessageReader(_rest.Span);
        if (!reader.TryRead(out message))
        {
            return false;
        }

        _rest = _rest[Math.Min(NetlinkAttributeHeader.Align(message.Bytes.Length), _rest.Length)..];
        return true;
    }

    private bool TryApply(in NetlinkMessage message, out Change<T> change)
    {
        change = default;
        NetlinkObjectKind kind = _operations.Kind;
        ushort type = message.Header.Type;
        _isUnsettled |= _operations.Unsettles(message);
        if ((type != kind.New && type != kind.Delete) || !_operations.IsOwn(message.Payload))
        {
            return false;
        }

        ReadOnlySpan<byte> payload = message.Payload;
        T item = T.Read(payload);
        bool isWanted = type == kind.New && _filter.Matches(item);
        TKey key = item.WatchKey;
        if (!_store.TryFind(key, payload, out int index, out T? stored))
        {
            if (!isWanted)
            {
                return false;
            }

            _store.Add(key, payload);
            change = new Change<T>(ChangeKind.Added, item, null);
            return true;
        }

        if (!isWanted)
        {
            _store.RemoveAt(index);
            stored ??= item;
            change = new Change<T>(ChangeKind.Removed, stored, stored);
            return true;
        }

        if (stored is null)
        {
            return false;
        }

        _store.Replace(index, payload);
        change = new Change<T>(ChangeKind.Updated, item, stored);
        return _operations.Differs(stored, item);
    }

    private struct Collector(NetlinkOperations<T, TKey, TFilter> operations, TFilter filter) : INetlinkVisitor
    {
        public PayloadStore<T, TKey> Store { get; private set; } = new();

        public void Begin() => Store = new PayloadStore<T, TKey>();

        public readonly bool Visit(in NetlinkMessage message)
        {
            if (message.Header.Type == operations.Kind.New && operations.TryReadKey(message, filter, out TKey key))
            {
                Store.Set(key, message.Payload);
            }

            return true;
        }
    }
}
