using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// Many requests in few sends. Only the last of a window asks for an acknowledgement, so the kernel answers with the errors
/// and with that one; a request that fails does not keep the others from being done. Windows are sent as they fill.
/// A batch is used by one thread at a time.
/// </summary>
public sealed class NetlinkBatch
{
    private const int Capacity = 64 * 1024;
    private const int LargestCapacity = 1024 * 1024;

    private readonly NetlinkConnection _connection;
    private readonly Item[] _window;
    private readonly List<NetlinkBatchFailure> _failures = [];
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(Capacity);
    private int _length;
    private int _pending;
    private int _flushed;

    internal NetlinkBatch(NetlinkConnection connection)
    {
        _connection = connection;
        _window = new Item[connection.Options.BatchWindow];
    }

    /// <summary>How many requests were added.</summary>
    public int Count => _flushed + _pending;

    /// <summary>Adds a request, and sends the window if that fills it.</summary>
    /// <param name="type">What the message is, such as <c>RTM_NEWROUTE</c>.</param>
    /// <param name="flags">Flags; <c>NLM_F_REQUEST</c> is added.</param>
    /// <param name="body">What follows the message's header. It is written now.</param>
    /// <param name="operation">What is being done, for errors: <c>add route</c>.</param>
    public void Add<TBody>(ushort type, NetlinkMessageFlags flags, TBody body, string operation) where TBody : INetlinkBody
    {
        int start;
        while (!TryWrite(type, flags | NetlinkMessageFlags.Request, body, out start))
        {
            if (_pending > 0)
            {
                Flush();
            }
            else
            {
                _buffer = GC.AllocateUninitializedArray<byte>(_buffer.Length * 4);
            }
        }

        _window[_pending++] = new Item(start, new NetlinkRequestNames(body.HeaderLength, body.Attributes), operation, body);
        if (_pending == _window.Length)
        {
            Flush();
        }
    }

    /// <summary>Sends what is left and tells which requests failed. The batch can be used again afterwards.</summary>
    public NetlinkBatchResult Execute()
    {
        if (_pending > 0)
        {
            Flush();
        }

        var result = new NetlinkBatchResult(_flushed, [.. _failures]);
        _flushed = 0;
        _failures.Clear();
        return result;
    }

    /// <summary>As <see cref="Execute"/>. The work is done when it returns; the token is looked at before it begins.</summary>
    public ValueTask<NetlinkBatchResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        Completed.Run(this, static batch => batch.Execute(), cancellationToken);

    /// <summary>Takes an error of the window that is on its way. True once the last request is answered.</summary>
    internal bool Accept(in NetlinkMessage message, uint firstSequence)
    {
        uint place = message.Header.Sequence - firstSequence;
        if (message.Header.Type != NLMSG_ERROR || place >= (uint)_pending)
        {
            return false;
        }

        ref Item item = ref _window[place];
        int end = (int)place + 1 < _pending ? _window[place + 1].Start : _length;
        if (NetlinkAcknowledgement.ReadError(message, _buffer.AsSpan(item.Start, end - item.Start), item.Names) is { } error)
        {
            _failures.Add(new NetlinkBatchFailure(_flushed + (int)place, new NetlinkException(item.Operation, item.Body.Describe(), error)));
        }

        return place == (uint)_pending - 1;
    }

    private bool TryWrite<TBody>(ushort type, NetlinkMessageFlags flags, TBody body, out int start) where TBody : INetlinkBody
    {
        start = _length;

        // A window's sequence numbers are given when it is sent; until then they count from zero.
        var writer = new NetlinkWriter(_buffer.AsSpan(_length));
        try
        {
            writer.BeginMessage(type, flags, (uint)_pending);
            body.Write(ref writer);
            writer.EndMessage();
            _length += writer.Length;
            return true;
        }
        catch (NetlinkMessageTooLargeException e) when (e.FitsLargerBuffer && (_pending > 0 || _buffer.Length < LargestCapacity))
        {
            return false;
        }
    }

    private void Flush()
    {
        try
        {
            _connection.SendWindow(this, _buffer.AsSpan(0, _length), _pending, _window[_pending - 1].Start);
        }
        finally
        {
            _window.AsSpan(0, _pending).Clear();
            _flushed += _pending;
            _pending = 0;
            _length = 0;
        }
    }

    private readonly record struct Item(int Start, NetlinkRequestNames Names, string Operation, INetlinkBody Body);
}
