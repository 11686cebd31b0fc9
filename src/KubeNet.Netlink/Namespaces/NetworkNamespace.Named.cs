using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <content>Namespaces with a name: files in <c>/run/netns</c> to which a namespace is bound.</content>
public sealed partial class NetworkNamespace
{
    /// <summary>Makes a namespace and gives it a name: <c>ip netns add NAME</c>. Its loopback device is down.</summary>
    /// <param name="name">1 to 255 bytes of UTF-8 without '/' and NUL, not "." and not "..".</param>
    /// <exception cref="NetworkNamespaceException">The name is taken, or the privilege is missing (CAP_SYS_ADMIN).</exception>
    public static NetworkNamespace Create(string name)
    {
        NamespaceName.Validate(name);
        string description = Describe(name);
        NamespaceDirectory.Prepare(description);

        byte[] path = NativePath.Encode(NamespaceDirectory.PathOf(name));
        int file = libc.open(path, libc.O_RDONLY | libc.O_CREAT | libc.O_EXCL);
        if (file < 0)
            throw NetworkNamespaceException.OfLastError("create", description);
        _ = libc.close(file);

        SafeFileHandle? handle = null;
        try
        {
            handle = NewNamespaceThread.Create(description, path);
            return new NetworkNamespace(handle, name, description);
        }
        catch
        {
            handle?.Dispose();
            _ = libc.umount2(path, libc.MNT_DETACH);
            _ = libc.unlink(path);
            throw;
        }
    }

    /// <summary>Makes a namespace that has no name and goes away with its last user: <c>unshare -n</c>.</summary>
    /// <exception cref="NetworkNamespaceException">The privilege is missing (CAP_SYS_ADMIN).</exception>
    public static NetworkNamespace CreateUnnamed()
    {
        const string Description = "an unnamed network namespace";
        return new NetworkNamespace(NewNamespaceThread.Create(Description, mountPoint: null), null, Description);
    }

    /// <summary>Opens a namespace by its name in <c>/run/netns</c>, whoever made it.</summary>
    /// <exception cref="NetworkNamespaceException">
    /// There is none of that name (<see cref="NetworkNamespaceException.IsNotFound"/>), or the file has lost its namespace.
    /// </exception>
    public static NetworkNamespace Open(string name)
    {
        NamespaceName.Validate(name);
        return Open(NamespaceDirectory.PathOf(name), name, Describe(name));
    }

    /// <summary>Whether a namespace has the name.</summary>
    public static bool Exists(string name)
    {
        NamespaceName.Validate(name);
        return File.Exists(NamespaceDirectory.PathOf(name));
    }

    /// <summary>The names of all namespaces that have one, in ordinal order: <c>ip netns list</c>.</summary>
    public static IReadOnlyList<string> List()
    {
        string[] names;
        try
        {
            names = Directory.GetFiles(NamespaceDirectory.Location);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }

        for (int i = 0; i < names.Length; i++)
            names[i] = Path.GetFileName(names[i]);
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <summary>
    /// Takes a namespace's name away: <c>ip netns delete NAME</c>. The namespace ends, and its devices with it, when no
    /// process, socket or handle uses it any more.
    /// </summary>
    /// <exception cref="NetworkNamespaceException">There is none of that name, or the privilege is missing.</exception>
    public static void Delete(string name)
    {
        if (!TryDelete(name))
            throw new NetworkNamespaceException("delete", Describe(name), LinuxError.ENOENT);
    }

    /// <summary>As <see cref="Delete"/>, but tells by its result that there was none of that name.</summary>
    /// <returns><see langword="false"/> if no namespace had the name.</returns>
    /// <exception cref="NetworkNamespaceException">The privilege is missing (CAP_SYS_ADMIN).</exception>
    public static bool TryDelete(string name)
    {
        NamespaceName.Validate(name);
        byte[] path = NativePath.Encode(NamespaceDirectory.PathOf(name));

        // EINVAL: a file that nothing is bound to, left behind by a crash; it goes all the same.
        if (libc.umount2(path, libc.MNT_DETACH) != 0)
        {
            LinuxError error = NetworkNamespaceException.LastError;
            if (error == LinuxError.ENOENT)
                return false;
            if (error != LinuxError.EINVAL)
                throw new NetworkNamespaceException("delete", Describe(name), error);
        }

        if (libc.unlink(path) == 0)
            return true;
        return NetworkNamespaceException.LastError == LinuxError.ENOENT
            ? false
            : throw NetworkNamespaceException.OfLastError("delete", Describe(name));
    }

    private static string Describe(string name) => $"network namespace '{name}'";
}
