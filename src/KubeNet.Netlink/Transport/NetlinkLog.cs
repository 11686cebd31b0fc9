using Microsoft.Extensions.Logging;

namespace KubeNet.Netlink.Transport;

/// <summary>What the package logs: event ids from 1000.</summary>
internal static partial class NetlinkLog
{
    [LoggerMessage(1000, LogLevel.Debug, "The table changed during attempt {Attempt} to {Operation}; it is listed anew.")]
    public static partial void DumpInterrupted(ILogger logger, string operation, int attempt);

    [LoggerMessage(1001, LogLevel.Warning, "The watch of {Objects} fell behind and lost changes; the table is listed again.")]
    public static partial void WatchOverflowed(ILogger logger, string objects);
}
