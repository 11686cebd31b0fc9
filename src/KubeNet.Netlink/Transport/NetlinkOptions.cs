using Microsoft.Extensions.Logging;

namespace KubeNet.Netlink.Transport;

/// <summary>How a connection to the kernel behaves. The defaults serve an agent.</summary>
public sealed record NetlinkOptions
{
    internal static NetlinkOptions Default { get; } = new();

    /// <summary>
    /// Bytes of the socket's receive buffer (<c>SO_RCVBUFFORCE</c>, and <c>SO_RCVBUF</c> where the capability is missing);
    /// null leaves the kernel's default.
    /// </summary>
    public int? ReceiveBufferSize { get; init; }

    /// <summary>How long an answer may take. The kernel answers while it takes the request, so a wait means that something is wrong.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the kernel checks requests strictly and filters dumps itself (<c>NETLINK_GET_STRICT_CHK</c>, since Linux 4.20).</summary>
    public bool StrictChecking { get; init; } = true;

    /// <summary>How often a dump that was interrupted by a change begins anew.</summary>
    public int DumpRetries { get; init; } = 16;

    /// <summary>
    /// Messages of a batch that go to the kernel in one send, 1 to 200. If all of them fail, their errors must fit the
    /// receive buffer, which holds about 250 of them by default.
    /// </summary>
    public int BatchWindow { get; init; } = 200;

    /// <summary>Takes what is worth knowing: interrupted dumps, watches that fell behind. Null logs nothing.</summary>
    public ILogger? Logger { get; init; }
}
