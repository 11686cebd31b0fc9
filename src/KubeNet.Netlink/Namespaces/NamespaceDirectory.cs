using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary><c>/run/netns</c>, the directory whose files are the named namespaces; shared with <c>ip netns</c>.</summary>
internal static class NamespaceDirectory
{
    internal const string Location = "/run/netns";

    // rwxr-xr-x, as ip netns makes it.
    private const ushort Mode = 0x1ed;

    private static ReadOnlySpan<byte> NativeLocation => "/run/netns\0"u8;

    internal static string PathOf(string name) => Location + "/" + name;

    /// <summary>
    /// Makes the directory a shared mount, so that a namespace made or deleted in one mount namespace is made or deleted
    /// in all that have the directory.
    /// </summary>
    internal static void Prepare(string description)
    {
        if (libc.mkdir(NativeLocation, Mode) != 0 && NetworkNamespaceException.LastError != LinuxError.EEXIST)
            throw NetworkNamespaceException.OfLastError("make the directory " + Location + " for", description);

        using var directory = new SafeFileHandle(libc.open(NativeLocation, libc.O_RDONLY), ownsHandle: true);
        if (directory.IsInvalid)
            throw NetworkNamespaceException.OfLastError("open the directory " + Location + " for", description);

        // Two that come at once would mount it twice; ip netns takes the same lock, which closing gives back.
        _ = sys_file.flock((int)directory.DangerousGetHandle(), sys_file.LOCK_EX);
        if (Share())
            return;
        if (NetworkNamespaceException.LastError != LinuxError.EINVAL
            || libc.mount(NativeLocation, NativeLocation, libc.MS_BIND | libc.MS_REC) != 0
            || !Share())
        {
            throw NetworkNamespaceException.OfLastError("share the mount " + Location + " for", description);
        }
    }

    /// <summary>Fails with EINVAL as long as the directory is no mount of its own.</summary>
    private static bool Share() => libc.mount(default, NativeLocation, libc.MS_SHARED | libc.MS_REC) == 0;
}
