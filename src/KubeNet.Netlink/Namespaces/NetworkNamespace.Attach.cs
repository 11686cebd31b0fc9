using System.Globalization;
using KubeNet.Netlink.Interop;

namespace KubeNet.Netlink.Namespaces;

/// <content>Names for namespaces that exist.</content>
public sealed partial class NetworkNamespace
{
    /// <summary>
    /// Gives the namespace a name, by which <see cref="Open(string)"/> and <c>ip netns exec</c> find it: <c>ip netns attach</c>.
    /// It stays until <see cref="Delete"/>. <see cref="Name"/> of this object remains as it is.
    /// </summary>
    /// <param name="name">1 to 255 bytes of UTF-8 without '/' and NUL, not "." and not "..".</param>
    /// <exception cref="NetworkNamespaceException">The name is taken, or the privilege is missing (CAP_SYS_ADMIN).</exception>
    public void Attach(string name)
    {
        NamespaceName.Validate(name);
        string description = Describe(name);
        NamespaceDirectory.Prepare(description);

        bool isHeld = false;
        try
        {
            Handle.DangerousAddRef(ref isHeld);
            byte[] source = NativePath.Encode(
                string.Create(CultureInfo.InvariantCulture, $"/proc/thread-self/fd/{(int)Handle.DangerousGetHandle()}"));
            byte[] path = NativePath.Encode(NamespaceDirectory.PathOf(name));
            int file = libc.open(path, libc.O_RDONLY | libc.O_CREAT | libc.O_EXCL);
            if (file < 0)
                throw NetworkNamespaceException.OfLastError("create", description);
            _ = libc.close(file);
            if (libc.mount(source, path, libc.MS_BIND) == 0)
                return;
            NetworkNamespaceException exception = NetworkNamespaceException.OfLastError("attach", description);
            _ = libc.unlink(path);
            throw exception;
        }
        finally
        {
            if (isHeld)
                Handle.DangerousRelease();
        }
    }
}
