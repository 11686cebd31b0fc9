using System.Globalization;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>A handle of a Linux network namespace. The namespace lives at least as long as the handle.</summary>
/// <remarks>
/// Disposing closes the handle. A namespace that has a name stays until <see cref="Delete"/>; one without lives until its
/// last handle, process and socket are gone. There is no way to make the calling thread enter a namespace: a thread's
/// namespace is inherited by every thread that the runtime makes from it, so what must happen inside happens on a thread
/// made for it (<see cref="OpenSocket"/>, <see cref="StartProcess"/>, <see cref="Sysctl"/>, <see cref="Invoke{T}"/>).
/// Members may be used from many threads at once.
/// </remarks>
public sealed partial class NetworkNamespace : IDisposable
{
    private readonly string _description;

    private NetworkNamespace(SafeFileHandle handle, string? name, string description)
    {
        Handle = handle;
        Name = name;
        _description = description;
        Identity = ReadIdentity(handle, description);
        Sysctl = new NamespaceSysctl(this);
    }

    /// <summary>The descriptor of the namespace, as <c>IFLA_NET_NS_FD</c> or <c>setns(2)</c> takes it. Owned by this object.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>The name in <c>/run/netns</c> by which it was made or opened; <see langword="null"/> for any other.</summary>
    public string? Name { get; }

    /// <summary>Tells whether two handles are of the same namespace. Read once, when the handle is made.</summary>
    public NamespaceIdentity Identity { get; }

    /// <summary>The namespace's own kernel settings, those below <c>net.</c></summary>
    public NamespaceSysctl Sysctl { get; }

    /// <summary>How errors call it.</summary>
    internal string Description => _description;

    /// <summary>The namespace of the calling thread.</summary>
    /// <exception cref="NetworkNamespaceException">The descriptor could not be opened.</exception>
    public static NetworkNamespace Current()
        => Open("/proc/thread-self/ns/net", null, "the network namespace of the calling thread");

    /// <summary>Opens a namespace by a file that stands for it, such as <c>/run/netns/blue</c> or <c>/proc/1/ns/net</c>.</summary>
    /// <exception cref="NetworkNamespaceException">No such file, no permission, or it is no network namespace.</exception>
    public static NetworkNamespace OpenPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0'))
            throw new ArgumentException("A path must not contain NUL.", nameof(path));
        return Open(path, null, $"network namespace '{path}'");
    }

    /// <summary>Opens the namespace of a process (that of its main thread).</summary>
    /// <param name="processId">Process id, in the PID namespace of this process; positive.</param>
    /// <exception cref="NetworkNamespaceException">No such process, or it may not be inspected (CAP_SYS_PTRACE).</exception>
    public static NetworkNamespace OpenProcess(int processId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(processId);
        return Open(
            string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/ns/net"),
            null,
            string.Create(CultureInfo.InvariantCulture, $"the network namespace of process {processId}"),
            "There is no such process, or it has ended.");
    }

    /// <summary>Opens the namespace of one thread of a process.</summary>
    /// <param name="processId">Process id; positive.</param>
    /// <param name="threadId">Thread id as in <c>/proc/PID/task</c>; positive.</param>
    /// <exception cref="NetworkNamespaceException">No such thread, or it may not be inspected (CAP_SYS_PTRACE).</exception>
    public static NetworkNamespace OpenThread(int processId, int threadId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(processId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threadId);
        return Open(
            string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/task/{threadId}/ns/net"),
            null,
            string.Create(CultureInfo.InvariantCulture, $"the network namespace of thread {threadId} of process {processId}"),
            "There is no such thread, or it has ended.");
    }

    /// <summary>Closes the handle; the namespace itself is deleted by <see cref="Delete"/>.</summary>
    public void Dispose() => Handle.Dispose();

    /// <summary>The name, or else the kernel's number of it.</summary>
    public override string ToString() => Name ?? Identity.ToString();

    private static NetworkNamespace Open(string path, string? name, string description, string? remedyIfNotFound = null)
    {
        // O_NONBLOCK: a path that is a FIFO must not hang.
        var handle = new SafeFileHandle(libc.open(NativePath.Encode(path), libc.O_RDONLY | libc.O_NONBLOCK), ownsHandle: true);
        if (handle.IsInvalid)
        {
            LinuxError error = NetworkNamespaceException.LastError;
            throw new NetworkNamespaceException("open", description, error, error is LinuxError.ENOENT or LinuxError.ESRCH ? remedyIfNotFound : null);
        }

        if (libc.namespace_type((int)handle.DangerousGetHandle()) == libc.CLONE_NEWNET)
            return new NetworkNamespace(handle, name, description);

        handle.Dispose();
        throw new NetworkNamespaceException("open", description, LinuxError.EINVAL, "The file is no network namespace.");
    }

    private static NamespaceIdentity ReadIdentity(SafeFileHandle handle, string description)
        => libc.fstat((int)handle.DangerousGetHandle(), out ulong device, out ulong inode) == 0
            ? new NamespaceIdentity(device, inode)
            : throw NetworkNamespaceException.OfLastError("identify", description);
}
