using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.Probes;

/// <summary>
/// Pings over IPv4 and IPv6 from inside a network namespace, any number at once.
/// Needs CAP_NET_RAW there, and CAP_SYS_ADMIN to enter the namespace.
/// </summary>
public sealed class PingProbe : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly NetworkNamespace _namespace;
    private readonly PingOptions _options;
    private PingSocket? _socket;
    private PingSocket? _socket6;
    private bool _isDisposed;

    private PingProbe(NetworkNamespace ns, PingOptions options)
    {
        _namespace = ns;
        _options = options;
    }

    /// <summary>Makes a probe. A socket is opened with the first ping over IPv4, another with the first over IPv6.</summary>
    /// <param name="ns">The namespace from which to ping; it must stay open until then.</param>
    /// <param name="options">How to ping; <see cref="PingOptions.Default"/> if <see langword="null"/>.</param>
    public static PingProbe Open(NetworkNamespace ns, PingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ns);
        options ??= PingOptions.Default;
        options.Validate();
        return new PingProbe(ns, options);
    }

    /// <summary>Pings once with a probe of its own, retries included.</summary>
    /// <inheritdoc cref="SendAsync"/>
    /// <param name="ns">The namespace from which to ping.</param>
    /// <param name="target">Whom to ping; an IPv6 link-local address needs its scope id.</param>
    /// <param name="options">How to ping; <see cref="PingOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<PingResult> PingAsync(
        NetworkNamespace ns, IPAddress target, PingOptions? options = null, CancellationToken cancellationToken = default)
    {
        PingProbe probe = Open(ns, options);
        await using (probe.ConfigureAwait(false))
            return await probe.SendAsync(target, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an echo request and waits for the answer; again if none comes in time and retries are left.</summary>
    /// <param name="target">Whom to ping; an IPv6 link-local address needs its scope id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The outcome, good or bad.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The probe was disposed before or while waiting.</exception>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered, or the kernel refused the socket.</exception>
    public async Task<PingResult> SendAsync(IPAddress target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellationToken.ThrowIfCancellationRequested();
        int sent = 0;
        try
        {
            PingSocket socket = SocketFor(target.AddressFamily);
            for (int attempt = 0; attempt < _options.Attempts; attempt++)
            {
                ushort sequence = socket.Register(out Task<PingAnswer> pending);
                try
                {
                    long start = socket.Send(target, sequence, _options.PayloadLength);
                    sent++;
                    PingAnswer answer = await pending.WaitAsync(_options.Timeout, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                    return ResultOf(target, sent, start, answer);
                }
                catch (TimeoutException)
                {
                    // The next attempt, if there is one.
                }
                finally
                {
                    socket.Unregister(sequence);
                }
            }
        }
        catch (SocketException exception)
        {
            return new PingResult { Target = target, Status = PingStatus.LocalError, Attempts = sent, Error = exception.SocketErrorCode };
        }
        return new PingResult { Target = target, Status = PingStatus.TimedOut, Attempts = sent };
    }

    /// <summary>Closes the sockets. Pings that still wait end with <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        PingSocket? socket, socket6;
        lock (_lock)
        {
            _isDisposed = true;
            (socket, socket6) = (_socket, _socket6);
            (_socket, _socket6) = (null, null);
        }
        if (socket is not null)
            await socket.DisposeAsync().ConfigureAwait(false);
        if (socket6 is not null)
            await socket6.DisposeAsync().ConfigureAwait(false);
    }

    private PingSocket SocketFor(AddressFamily family)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return family == AddressFamily.InterNetworkV6
                ? _socket6 ??= new PingSocket(_namespace, family, _options)
                : _socket ??= new PingSocket(_namespace, family, _options);
        }
    }

    private static PingResult ResultOf(IPAddress target, int attempts, long start, PingAnswer answer) => new()
    {
        Target = target,
        Status = answer.IsEcho ? PingStatus.Success : PingStatus.Unreachable,
        Attempts = attempts,
        RoundTripTime = Stopwatch.GetElapsedTime(start, answer.Timestamp),
        Responder = answer.Responder,
        IcmpType = answer.IsEcho ? null : answer.Type,
        IcmpCode = answer.IsEcho ? null : answer.Code,
    };
}
