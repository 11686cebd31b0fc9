namespace KubeNet.Netlink.Transport;

/// <summary>A table kept changing while it was listed (<c>NLM_F_DUMP_INTR</c>), each time that it was tried.</summary>
public sealed class NetlinkDumpInterruptedException : Exception
{
    /// <summary>Makes the exception for an operation and the number of its attempts.</summary>
    public NetlinkDumpInterruptedException(string operation, int attempts)
        : base($"Cannot {operation}: the table changed during each of {attempts} attempts to list it. Try again, raise NetlinkOptions.DumpRetries, or narrow the filter.")
    {
    }

    /// <summary>Makes the exception with other words.</summary>
    public NetlinkDumpInterruptedException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with other words and what led to it.</summary>
    public NetlinkDumpInterruptedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes the exception without words of its own.</summary>
    public NetlinkDumpInterruptedException() : base("The table changed while it was listed.")
    {
    }
}
