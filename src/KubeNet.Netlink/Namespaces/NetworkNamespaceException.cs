using System.Globalization;
using System.Runtime.InteropServices;
using Tmds.Linux;

namespace KubeNet.Netlink.Namespaces;

/// <summary>The kernel refused an operation on a network namespace.</summary>
public sealed class NetworkNamespaceException : Exception
{
    private const string PrivilegeRemedy = "This needs CAP_SYS_ADMIN; run as root.";

    /// <summary>Makes an exception of a failed system call.</summary>
    /// <param name="operation">What was tried, as in "open": the word that follows "Cannot".</param>
    /// <param name="target">The namespace (name or path), or what in it was meant.</param>
    /// <param name="errno">The kernel's error number, positive.</param>
    /// <param name="remedy">What the caller can do; chosen by <paramref name="errno"/> when <see langword="null"/>.</param>
    public NetworkNamespaceException(string operation, string target, int errno, string? remedy = null)
        : base(Describe(operation, target, errno, remedy ??= RemedyOf(errno)))
    {
        Operation = operation;
        Target = target;
        Errno = errno;
        Remedy = remedy;
    }

    /// <summary>The kernel's error number, positive, as in <c>errno(3)</c>.</summary>
    public int Errno { get; }

    /// <summary>What was tried, for example "open".</summary>
    public string Operation { get; }

    /// <summary>The namespace, by name or path, or the thing in it that was meant.</summary>
    public string Target { get; }

    /// <summary>What the caller can do about it; <see langword="null"/> when nothing general can be said.</summary>
    public string? Remedy { get; }

    /// <summary>The namespace, process or setting does not exist (<c>ENOENT</c>, <c>ESRCH</c>).</summary>
    public bool IsNotFound => Errno == LibC.ENOENT || Errno == LibC.ESRCH;

    /// <summary>The name is taken (<c>EEXIST</c>).</summary>
    public bool IsAlreadyExists => Errno == LibC.EEXIST;

    /// <summary>The process lacks the privilege (<c>EPERM</c>, <c>EACCES</c>).</summary>
    public bool IsPermissionDenied => Errno == LibC.EPERM || Errno == LibC.EACCES;

    /// <summary>An exception of the call that has just failed on this thread.</summary>
    internal static NetworkNamespaceException OfLastError(string operation, string target)
        => new(operation, target, Marshal.GetLastPInvokeError());

    private static string? RemedyOf(int errno)
    {
        if (errno == LibC.EPERM || errno == LibC.EACCES)
            return PrivilegeRemedy;
        if (errno == LibC.EMFILE)
            return "The process has too many open files; dispose namespaces and sockets, or raise RLIMIT_NOFILE.";
        return errno == LibC.ENOSPC
            ? "The limit of network namespaces or mounts is reached (sysctl user.max_net_namespaces, fs.mount-max)."
            : null;
    }

    private static string Describe(string operation, string target, int errno, string? remedy)
    {
        string cause = Marshal.GetPInvokeErrorMessage(errno);
        string message = string.Create(CultureInfo.InvariantCulture, $"Cannot {operation} {target}: {cause} (errno {errno}).");
        return remedy is null ? message : message + " " + remedy;
    }
}
