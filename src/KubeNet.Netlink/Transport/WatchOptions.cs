namespace KubeNet.Netlink.Transport;

/// <summary>How a watch behaves.</summary>
public sealed record WatchOptions
{
    internal static WatchOptions Default { get; } = new();

    /// <summary>
    /// Bytes that the kernel may hold back for the watch until they are read (<c>SO_RCVBUFFORCE</c>). It is a limit, not an
    /// allocation: an event takes about 1 KiB of it, so the default, 128 MiB, is good for bursts of more than 100,000.
    /// Without <c>CAP_NET_ADMIN</c> the limit is that of <c>net.core.rmem_max</c>.
    /// </summary>
    public int ReceiveBufferSize { get; init; } = 128 * 1024 * 1024;

    /// <summary>
    /// Whether what is there when the watch begins is told too. Without it the watch begins with
    /// <see cref="ChangeKind.Synchronized"/>, and a large table costs no object for each entry.
    /// </summary>
    public bool IncludeSnapshot { get; init; } = true;
}
