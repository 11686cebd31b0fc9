using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

public sealed partial class NetlinkConnection
{
    /// <summary>Lists a table. If it changes meanwhile, the dump begins anew (<see cref="NetlinkOptions.DumpRetries"/>).</summary>
    /// <param name="type">What the message is, such as <c>RTM_GETROUTE</c>.</param>
    /// <param name="body">What follows the message's header: the filter.</param>
    /// <param name="visitor">Takes the messages. If it stops early, the rest is read and thrown away.</param>
    /// <param name="operation">What is being done, for errors: <c>list routes</c>.</param>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    /// <exception cref="NetlinkDumpInterruptedException">The table changed during each attempt.</exception>
    public void Dump<TBody, TVisitor>(ushort type, TBody body, ref TVisitor visitor, string operation)
        where TBody : INetlinkBody
        where TVisitor : INetlinkVisitor, allows ref struct
    {
        NetlinkDiagnostics.Measurement measurement = NetlinkDiagnostics.Measure(operation);
        try
        {
            lock (_gate)
            {
                Begin();
                for (int attempt = 1; attempt <= Options.DumpRetries + 1; attempt++)
                {
                    int capacity = _answer.Length;
                    if (TryDump(type, body, ref visitor, operation))
                    {
                        return;
                    }

                    if (_answer.Length > capacity)
                    {
                        // Nothing changed: a datagram was larger than the buffer, which has grown.
                        attempt--;
                    }
                    else if (Options.Logger is { } logger)
                    {
                        NetlinkLog.DumpInterrupted(logger, operation, attempt);
                    }
                }
            }

            throw new NetlinkDumpInterruptedException(operation, Options.DumpRetries + 1);
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

    /// <summary>Lists a table as objects.</summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    /// <exception cref="NetlinkDumpInterruptedException">The table changed during each attempt.</exception>
    public List<TResult> Dump<TBody, TResult>(ushort type, TBody body, string operation)
        where TBody : INetlinkBody
        where TResult : class, INetlinkRecord<TResult>
    {
        var collector = new Collector<TResult>([]);
        Dump(type, body, ref collector, operation);
        return collector.Items;
    }

    /// <summary>Lists a table as objects. The work is done when it returns; the token is looked at before it begins.</summary>
    public ValueTask<List<TResult>> DumpAsync<TBody, TResult>(
        ushort type, TBody body, string operation, CancellationToken cancellationToken = default)
        where TBody : INetlinkBody
        where TResult : class, INetlinkRecord<TResult> =>
        Completed.Run((this, type, body, operation), static x => x.Item1.Dump<TBody, TResult>(x.type, x.body, x.operation), cancellationToken);

    /// <summary>False if the table changed or a datagram was cut off.</summary>
    private bool TryDump<TBody, TVisitor>(ushort type, TBody body, ref TVisitor visitor, string operation)
        where TBody : INetlinkBody
        where TVisitor : INetlinkVisitor, allows ref struct
    {
        uint sequence = Send(type, NetlinkMessageFlags.Request | NetlinkMessageFlags.Dump, body, out int length);
        _unfinishedDump = sequence;
        _isDumping = true;
        try
        {
            visitor.Begin();
            return TryReadDump(sequence, length, body, ref visitor, operation);
        }
        finally
        {
            _isDumping = false;
            FinishDump();
        }
    }

    private bool TryReadDump<TBody, TVisitor>(uint sequence, int length, TBody body, ref TVisitor visitor, string operation)
        where TBody : INetlinkBody
        where TVisitor : INetlinkVisitor, allows ref struct
    {
        while (true)
        {
            if (!TryReceive(operation, out ReadOnlySpan<byte> datagram))
            {
                return false;
            }

            var reader = new NetlinkMessageReader(datagram);
            while (reader.TryRead(out NetlinkMessage message))
            {
                NetlinkMessageHeader header = message.Header;
                if (header.Sequence != sequence)
                {
                    continue;
                }

                // Any message of the dump may carry the flag, its end too.
                if ((header.Flags & NetlinkMessageFlags.DumpInterrupted) != 0 && header.Type != NLMSG_ERROR)
                {
                    return false;
                }

                switch (header.Type)
                {
                    case NLMSG_DONE:
                        _unfinishedDump = 0;
                        Refuse(NetlinkAcknowledgement.ReadDone(message, _request.AsSpan(0, length), NamesOf(body)), body, operation);
                        return true;
                    case NLMSG_ERROR:
                        _unfinishedDump = 0;
                        Refuse(NetlinkAcknowledgement.ReadError(message, _request.AsSpan(0, length), NamesOf(body)), body, operation);
                        return true;
                    case NLMSG_OVERRUN:
                        return false;
                    case NLMSG_NOOP:
                        break;
                    default:
                        if (!visitor.Visit(message))
                        {
                            return true;
                        }

                        break;
                }
            }
        }
    }

    private static void Refuse<TBody>(NetlinkError? error, TBody body, string operation) where TBody : INetlinkBody
    {
        if (error is not null)
        {
            throw new NetlinkException(operation, body.HeaderLength == 0 ? null : body.Describe(), error);
        }
    }

    /// <summary>
    /// A socket gives one dump at a time, so what is left of one is read before anything else. Each read has the kernel
    /// queue the next part, so nothing is left once nothing is there; the end itself may have been in a datagram that is gone.
    /// </summary>
    private void FinishDump()
    {
        while (_unfinishedDump != 0)
        {
            try
            {
                if (_transport.Receive(_answer, TimeSpan.Zero) == 0)
                {
                    _unfinishedDump = 0;
                }
            }
            catch (NetlinkOverflowException)
            {
                // What was lost would have been thrown away.
            }
        }
    }

    private readonly struct Collector<T>(List<T> items) : INetlinkVisitor where T : class, INetlinkRecord<T>
    {
        public List<T> Items { get; } = items;

        public void Begin() => Items.Clear();

        public bool Visit(in NetlinkMessage message)
        {
            Items.Add(T.Read(message.Payload));
            return true;
        }
    }
}
