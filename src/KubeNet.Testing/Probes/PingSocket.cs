using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using KubeNet.Netlink.Namespaces;
using static KubeNet.Testing.Interop.socket;

namespace KubeNet.Testing.Probes;

// A raw ICMP or ICMPv6 socket with one reader, which hands each answer to whoever waits for its sequence number.
// Datagram ICMP sockets would need net.ipv4.ping_group_range, which is empty in a new namespace even for root.
internal sealed class PingSocket : IAsyncDisposable
{
    private const int ReceiveSize = 65_536;

    private readonly Socket _socket;
    private readonly bool _isIPv6;
    private readonly ushort _identifier = (ushort)Random.Shared.Next(ushort.MaxValue + 1);
    private readonly ConcurrentDictionary<ushort, TaskCompletionSource<PingAnswer>> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reader;
    private int _sequence;
    private volatile Exception? _end;

    public PingSocket(NetworkNamespace ns, AddressFamily family, PingOptions options)
    {
        _isIPv6 = family == AddressFamily.InterNetworkV6;
        _socket = ns.OpenSocket(family, SocketType.Raw, _isIPv6 ? ProtocolType.IcmpV6 : ProtocolType.Icmp);
        try
        {
            Filter();
            Configure(options);
        }
        catch
        {
            _socket.Dispose();
            _stop.Dispose();
            throw;
        }
        _reader = ReadAsync();
    }

    // Claims a sequence number; the caller gives it back.
    public ushort Register(out Task<PingAnswer> answer)
    {
        var source = new TaskCompletionSource<PingAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        for (int i = 0; i <= ushort.MaxValue; i++)
        {
            ushort sequence = (ushort)Interlocked.Increment(ref _sequence);
            if (_waiting.TryAdd(sequence, source))
            {
                // The reader may have ended just before: nobody would complete this one.
                if (_end is { } end)
                    source.TrySetException(end);
                answer = source.Task;
                return sequence;
            }
        }
        throw new InvalidOperationException("65,536 pings wait for an answer already.");
    }

    public void Unregister(ushort sequence) => _waiting.TryRemove(sequence, out _);

    // Gives the Stopwatch's time just before the request went out.
    public long Send(IPAddress target, ushort sequence, int payloadLength)
    {
        int length = IcmpFormat.HeaderSize + payloadLength;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> message = buffer.AsSpan(0, length);
            IcmpFormat.WriteRequest(message, _isIPv6, _identifier, sequence);
            long timestamp = Stopwatch.GetTimestamp();
            _socket.SendTo(message, SocketFlags.None, new IPEndPoint(target, 0));
            return timestamp;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reader.ConfigureAwait(false);
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ReceiveSize);
        var address = new SocketAddress(_socket.AddressFamily);
        EndPoint any = new IPEndPoint(_isIPv6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        try
        {
            while (true)
            {
                int length = await _socket.ReceiveFromAsync(buffer.AsMemory(0, ReceiveSize), SocketFlags.None, address, _stop.Token).ConfigureAwait(false);
                long timestamp = Stopwatch.GetTimestamp();
                if (IcmpFormat.TryReadAnswer(buffer.AsSpan(0, length), _isIPv6, out IcmpFormat.Answer answer)
                    && answer.Identifier == _identifier
                    && _waiting.TryRemove(answer.SequenceNumber, out TaskCompletionSource<PingAnswer>? waiting))
                {
                    IPAddress responder = ((IPEndPoint)any.Create(address)).Address;
                    waiting.SetResult(new PingAnswer(timestamp, responder, answer.IsEcho, answer.Type, answer.Code));
                }
            }
        }
        catch (OperationCanceledException)
        {
            Abandon(new ObjectDisposedException(nameof(PingProbe)));
        }
        catch (SocketException exception)
        {
            Abandon(exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Abandon(Exception reason)
    {
        _end = reason;
        foreach (TaskCompletionSource<PingAnswer> waiting in _waiting.Values)
            waiting.TrySetException(reason);
    }

    // Keeps the echo requests and neighbour discovery of others from waking the reader (raw(7); RFC 3542 §3.2). A set bit blocks the type.
    private void Filter()
    {
        if (_isIPv6)
        {
            Span<uint> blocked = stackalloc uint[8];
            blocked.Fill(uint.MaxValue);
            foreach (int type in (ReadOnlySpan<int>)[1, 2, 3, 4, 129])
                blocked[type >> 5] &= ~(1u << (type & 31));
            _socket.SetRawSocketOption(SOL_ICMPV6, ICMPV6_FILTER, MemoryMarshal.AsBytes(blocked));
            return;
        }
        uint mask = uint.MaxValue;
        foreach (int type in (ReadOnlySpan<int>)[0, 3, 11, 12])
            mask &= ~(1u << type);
        _socket.SetRawSocketOption(SOL_RAW, ICMP_FILTER, MemoryMarshal.AsBytes(new Span<uint>(ref mask)));
    }

    private void Configure(PingOptions options)
    {
        if (options.Device is { } device)
            _socket.SetRawSocketOption(SOL_SOCKET, SO_BINDTODEVICE, Encoding.UTF8.GetBytes(device));
        if (options.DontFragment)
        {
            int probe = _isIPv6 ? IPV6_PMTUDISC_PROBE : IP_PMTUDISC_PROBE;
            _socket.SetRawSocketOption(
                _isIPv6 ? IPPROTO_IPV6 : IPPROTO_IP, _isIPv6 ? IPV6_MTU_DISCOVER : IP_MTU_DISCOVER, MemoryMarshal.AsBytes(new Span<int>(ref probe)));
        }
        if (options.TimeToLive is { } hops)
            _socket.SetSocketOption(_isIPv6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP, _isIPv6 ? SocketOptionName.HopLimit : SocketOptionName.IpTimeToLive, hops);
        if (options.Source is { } source && source.AddressFamily == _socket.AddressFamily)
            _socket.Bind(new IPEndPoint(source, 0));
    }
}
