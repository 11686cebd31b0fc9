using System.Runtime.InteropServices;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Namespaces;

/// <summary>The kernel refused an operation on a network namespace. The message names operation, namespace, cause and remedy.</summary>
public class NetworkNamespaceException : Exception
{
    /// <summary>Makes an exception of a failed system call.</summary>
    /// <param name="operation">What was tried: the words that follow "Cannot", such as "open".</param>
    /// <param name="subject">The namespace (name or path), or what in it was meant.</param>
    /// <param name="error">The kernel's error number.</param>
    /// <param name="remedy">What the caller can do; chosen by the error number when <see langword="null"/>.</param>
    public NetworkNamespaceException(string operation, string subject, LinuxError error, string? remedy = null)
        : base(Describe(operation, subject, error, remedy ??= RemedyOf(error)))
    {
        Operation = operation;
        Subject = subject;
        Error = error;
        Remedy = remedy;
    }

    /// <summary>Makes an exception of a failure without an error number.</summary>
    public NetworkNamespaceException(string message, Exception? innerException = null)
        : base(message, innerException)
        => (Operation, Subject) = (string.Empty, string.Empty);

    /// <summary>Makes an exception without words of its own.</summary>
    public NetworkNamespaceException()
        : this("The kernel refused an operation on a network namespace.")
    {
    }

    /// <summary>What was tried, for example "open".</summary>
    public string Operation { get; }

    /// <summary>The namespace, by name or path, or the thing in it that was meant.</summary>
    public string Subject { get; }

    /// <summary>The kernel's error number by name.</summary>
    public LinuxError Error { get; }

    /// <summary>The kernel's error number, positive.</summary>
    public int Errno => (int)Error;

    /// <summary>What the caller can do about it; <see langword="null"/> when nothing general can be said.</summary>
    public string? Remedy { get; }

    /// <summary>The namespace, process or setting does not exist (<c>ENOENT</c>, <c>ESRCH</c>).</summary>
    public bool IsNotFound => Error is LinuxError.ENOENT or LinuxError.ESRCH;

    /// <summary>The name is taken (<c>EEXIST</c>).</summary>
    public bool IsAlreadyExists => Error is LinuxError.EEXIST;

    /// <summary>The process lacks the privilege (<c>EPERM</c>, <c>EACCES</c>).</summary>
    public bool IsPermissionDenied => Error is LinuxError.EPERM or LinuxError.EACCES;

    /// <summary>The error number that the call that has just failed left on this thread.</summary>
    internal static LinuxError LastError => (LinuxError)Marshal.GetLastPInvokeError();

    /// <summary>An exception of the call that has just failed on this thread.</summary>
    internal static NetworkNamespaceException OfLastError(string operation, string subject) => new(operation, subject, LastError);

    private static string? RemedyOf(LinuxError error) => error switch
    {
        LinuxError.EPERM or LinuxError.EACCES => "This needs CAP_SYS_ADMIN; run as root.",
        LinuxError.EMFILE => "The process has too many open files; dispose namespaces and sockets, or raise RLIMIT_NOFILE.",
        LinuxError.ENOSPC => "A limit is reached: sysctl user.max_net_namespaces or fs.mount-max.",
        _ => null,
    };

    private static string Describe(string operation, string subject, LinuxError error, string? remedy)
    {
        string message = $"Cannot {operation} {subject}: {NetlinkError.NameOf(error)} ({Marshal.GetPInvokeErrorMessage((int)error)}).";
        return remedy is null ? message : message + " " + remedy;
    }
}
