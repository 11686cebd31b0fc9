using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// A conversation with the kernel: one request at a time, each with its answer. It may be used from several threads, which
/// then wait for one another. The kernel answers while it takes the request, so nothing here leaves the calling thread;
/// the <c>Async</c> forms complete at once and are there for callers that are asynchronous throughout.
/// </summary>
public sealed partial class NetlinkConnection : IDisposable, IAsyncDisposable
{
    private const int RequestCapacity = 16 * 1024;
    private const int LargestRequest = 1024 * 1024;

    /// <summary>The kernel never puts more of a dump into one datagram.</summary>
    private const int AnswerCapacity = 32 * 1024;

    private readonly INetlinkTransport _transport;
    private readonly Lock _gate = new();
    private byte[] _request = GC.AllocateUninitializedArray<byte>(RequestCapacity);
    private byte[] _answer = GC.AllocateUninitializedArray<byte>(AnswerCapacity);
    private uint _sequence;
    private uint _unfinishedDump;
    private bool _isDumping;

    /// <summary>Speaks through a transport, which the connection then owns.</summary>
    public NetlinkConnection(INetlinkTransport transport, NetlinkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        Options = options ?? NetlinkOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(Options.DumpRetries, nameof(NetlinkOptions.DumpRetries));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.BatchWindow, 1, nameof(NetlinkOptions.BatchWindow));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.BatchWindow, 200, nameof(NetlinkOptions.BatchWindow));
        _transport = transport;
    }

    /// <summary>How the connection behaves.</summary>
    public NetlinkOptions Options { get; }

    /// <summary>Opens a connection in the network namespace of the calling thread.</summary>
    /// <param name="protocol">The family: 0 is rtnetlink (<c>NETLINK_ROUTE</c>), 16 generic netlink (<c>NETLINK_GENERIC</c>).</param>
    /// <param name="options">How it behaves.</param>
    /// <exception cref="NetlinkException">The kernel has no such family, or a limit of descriptors is reached.</exception>
    public static NetlinkConnection Open(int protocol = NETLINK_ROUTE, NetlinkOptions? options = null) =>
        new(NetlinkSocket.Open(protocol, options), options);

    /// <summary>Opens another connection to the same kernel, in the same network namespace. It outlives this one.</summary>
    public NetlinkConnection OpenAnother() => new(_transport.OpenAnother(Options), Options);

    /// <summary>Opens what listens to the kernel's notifications, in the same network namespace. It outlives the connection.</summary>
    /// <param name="receiveBufferSize">Bytes of the socket's receive buffer, where notifications wait (<see cref="NetlinkOptions.ReceiveBufferSize"/>).</param>
    public NetlinkMonitor OpenMonitor(int receiveBufferSize) =>
        new(_transport.OpenAnother(Options with { ReceiveBufferSize = receiveBufferSize }));

    /// <summary>Closes the socket.</summary>
    public void Dispose() => _transport.Dispose();

    /// <summary>Closes the socket.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Has the kernel do something and waits for its acknowledgement.</summary>
    /// <param name="type">What the message is, such as <c>RTM_NEWROUTE</c>.</param>
    /// <param name="flags">Flags; <c>NLM_F_REQUEST</c> and <c>NLM_F_ACK</c> are added.</param>
    /// <param name="body">What follows the message's header.</param>
    /// <param name="operation">What is being done, for errors: <c>add route</c>.</param>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public void Execute<TBody>(ushort type, NetlinkMessageFlags flags, TBody body, string operation) where TBody : INetlinkBody
    {
        if (TryExecute(type, flags, body, operation) is { } error)
        {
            throw new NetlinkException(operation, body.Describe(), error);
        }
    }

    /// <summary>As <see cref="Execute"/>; what the kernel refuses is returned rather than thrown. Null means done.</summary>
    public NetlinkError? TryExecute<TBody>(ushort type, NetlinkMessageFlags flags, TBody body, string operation)
        where TBody : INetlinkBody
    {
        NetlinkDiagnostics.Measurement measurement = NetlinkDiagnostics.Measure(operation);
        try
        {
            NetlinkError? error;
            lock (_gate)
            {
                Begin();
                uint sequence = Send(type, flags | NetlinkMessageFlags.Request | NetlinkMessageFlags.Ack, body, out int length);
                error = ReadAcknowledgement(sequence, length, body, operation);
            }

            measurement.Fail(error);
            return error;
        }
        catch (Exception e) when (measurement.Observe(e))
        {
            throw;
        }
        finally
        {
            measurement.Stop();
        }
    }

    /// <summary>Asks for one object.</summary>
    /// <returns>The object; null if the kernel says that there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public TResult? Get<TBody, TResult>(ushort type, NetlinkMessageFlags flags, TBody body, string operation)
        where TBody : INetlinkBody
        where TResult : class, INetlinkRecord<TResult>
    {
        NetlinkDiagnostics.Measurement measurement = NetlinkDiagnostics.Measure(operation);
        try
        {
            lock (_gate)
            {
                Begin();
                while (true)
                {
                    uint sequence = Send(type, flags | NetlinkMessageFlags.Request, body, out int length);
                    if (TryReadObject(sequence, length, body, operation, out TResult? result))
                    {
                        return result;
                    }
                }
            }
        }
        catch (Exception e) when (measurement.Observe(e))
        {
            throw;
        }
        finally
        {
            measurement.Stop();
        }
    }

    /// <summary>As <see cref="Execute"/>. The work is done when it returns; the token is looked at before it begins.</summary>
    public ValueTask ExecuteAsync<TBody>(
        ushort type, NetlinkMessageFlags flags, TBody body, string operation, CancellationToken cancellationToken = default)
        where TBody : INetlinkBody =>
        Completed.Run((this, type, flags, body, operation), static x => x.Item1.Execute(x.type, x.flags, x.body, x.operation), cancellationToken);

    /// <summary>As <see cref="Get"/>. The work is done when it returns; the token is looked at before it begins.</summary>
    public ValueTask<TResult?> GetAsync<TBody, TResult>(
        ushort type, NetlinkMessageFlags flags, TBody body, string operation, CancellationToken cancellationToken = default)
        where TBody : INetlinkBody
        where TResult : class, INetlinkRecord<TResult> =>
        Completed.Run((this, type, flags, body, operation), static x => x.Item1.Get<TBody, TResult>(x.type, x.flags, x.body, x.operation), cancellationToken);

    private static NetlinkRequestNames NamesOf<TBody>(TBody body) where TBody : INetlinkBody => new(body.HeaderLength, body.Attributes);

    private NetlinkError? ReadAcknowledgement<TBody>(uint sequence, int length, TBody body, string operation) where TBody : INetlinkBody
    {
        while (true)
        {
            var reader = new NetlinkMessageReader(Receive(operation));
            while (reader.TryRead(out NetlinkMessage message))
            {
                if (message.Header.Sequence == sequence && message.Header.Type == NLMSG_ERROR)
                {
                    return NetlinkAcknowledgement.IsSuccess(message)
                        ? null
                        : NetlinkAcknowledgement.ReadError(message, _request.AsSpan(0, length), NamesOf(body));
                }
            }
        }
    }

    /// <summary>False if the answer was cut off: the buffer is large enough now, and a request that only reads may be repeated.</summary>
    private bool TryReadObject<TBody, TResult>(uint sequence, int length, TBody body, string operation, out TResult? result)
        where TBody : INetlinkBody
        where TResult : class, INetlinkRecord<TResult>
    {
        result = null;
        while (true)
        {
            if (!TryReceive(operation, out ReadOnlySpan<byte> datagram))
            {
                return false;
            }

            var reader = new NetlinkMessageReader(datagram);
            while (reader.TryRead(out NetlinkMessage message))
            {
                if (message.Header.Sequence != sequence)
                {
                    continue;
                }

                if (message.Header.Type != NLMSG_ERROR)
                {
                    result = TResult.Read(message.Payload);
                    return true;
                }

                return NetlinkAcknowledgement.ReadError(message, _request.AsSpan(0, length), NamesOf(body)) is not { IsNotFound: false } error
                    ? true
                    : throw new NetlinkException(operation, body.Describe(), error);
            }
        }
    }

    private void Begin()
    {
        if (_isDumping)
        {
            throw new InvalidOperationException(
                "The connection is in the middle of a dump whose visitor now asks for more. Gather what it visits first, or use a second connection.");
        }

        if (_unfinishedDump != 0)
        {
            FinishDump();
        }
    }

    private uint Send<TBody>(ushort type, NetlinkMessageFlags flags, TBody body, out int length) where TBody : INetlinkBody
    {
        uint sequence = NextSequence();
        while (true)
        {
            try
            {
                var writer = new NetlinkWriter(_request);
                writer.BeginMessage(type, flags, sequence);
                body.Write(ref writer);
                writer.EndMessage();
                length = writer.Length;
                break;
            }
            catch (NetlinkMessageTooLargeException e) when (e.FitsLargerBuffer && _request.Length < LargestRequest)
            {
                _request = GC.AllocateUninitializedArray<byte>(_request.Length * 4);
            }
        }

        _transport.Send(_request.AsSpan(0, length));
        return sequence;
    }

    /// <summary>Zero stands for the kernel's own notifications, so no request has it.</summary>
    private uint NextSequence() => ++_sequence == 0 ? ++_sequence : _sequence;

    private ReadOnlySpan<byte> Receive(string operation)
    {
        ReadOnlySpan<byte> datagram;
        while (!TryReceive(operation, out datagram))
        {
        }

        return datagram;
    }

    /// <summary>False if the datagram did not fit: its end is lost, and the buffer has grown for the next.</summary>
    private bool TryReceive(string operation, out ReadOnlySpan<byte> datagram)
    {
        int length = _transport.Receive(_answer, Options.Timeout);
        if (length == 0)
        {
            throw new TimeoutException($"The kernel did not answer within {Options.Timeout.TotalSeconds:0.###} s: {operation}.");
        }

        if (length > _answer.Length)
        {
            _answer = GC.AllocateUninitializedArray<byte>(NetlinkAttributeHeader.Align(length + (length / 4)));
            datagram = default;
            return false;
        }

        datagram = _answer.AsSpan(0, length);
        return true;
    }
}
