namespace KubeNet.Netlink.Transport;

/// <summary>The socket's receive buffer was full and the kernel dropped messages (<c>ENOBUFS</c>): what was seen is no longer complete.</summary>
public sealed class NetlinkOverflowException : Exception
{
    /// <summary>Makes the exception.</summary>
    public NetlinkOverflowException()
        : base("The receive buffer of the netlink socket was full and messages were lost. Read faster, or give it a larger buffer (NetlinkOptions.ReceiveBufferSize).")
    {
    }

    /// <summary>Makes the exception with other words.</summary>
    public NetlinkOverflowException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with other words and what led to it.</summary>
    public NetlinkOverflowException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
