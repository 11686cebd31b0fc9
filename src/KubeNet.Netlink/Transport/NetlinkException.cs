namespace KubeNet.Netlink.Transport;

/// <summary>The kernel refused a request. The message names operation, object, cause and, where there is one, the remedy.</summary>
public class NetlinkException : Exception
{
    /// <summary>Makes an exception of the kernel's answer.</summary>
    /// <param name="operation">What was asked for: <c>add route</c>.</param>
    /// <param name="subject">What it was asked for: <c>10.0.0.0/24 via 10.0.0.1</c>.</param>
    /// <param name="error">The kernel's answer.</param>
    public NetlinkException(string operation, string? subject, NetlinkError error)
        : base($"Cannot {operation}{(subject is null ? null : " ")}{subject}: {Checked(error)}")
    {
        Operation = operation;
        Subject = subject;
        Details = error;
    }

    /// <summary>Makes an exception of a failure that the kernel did not explain.</summary>
    public NetlinkException(string message, Exception? innerException = null) : base(message, innerException)
    {
        Operation = string.Empty;
        Details = new NetlinkError(LinuxError.None);
    }

    /// <summary>Makes an exception without words of its own.</summary>
    public NetlinkException() : this("The kernel refused the request.")
    {
    }

    /// <summary>What was asked for.</summary>
    public string Operation { get; }

    /// <summary>What it was asked for.</summary>
    public string? Subject { get; }

    /// <summary>The kernel's answer.</summary>
    public NetlinkError Details { get; }

    /// <summary>The kernel's error number by name.</summary>
    public LinuxError Error => Details.Error;

    /// <summary>The kernel's error number, positive.</summary>
    public int Errno => (int)Details.Error;

    /// <summary>The kernel's own words, if it gave any.</summary>
    public string? KernelMessage => Details.KernelMessage;

    /// <summary>The attribute that it refused, as a path.</summary>
    public string? AttributePath => Details.AttributePath;

    private static NetlinkError Checked(NetlinkError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error;
    }
}
