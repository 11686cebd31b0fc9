using System.Globalization;

namespace KubeNet.Netlink.Namespaces;

/// <summary>What tells one network namespace from every other on this machine: the file that stands for it.</summary>
/// <param name="Device">Device number of the namespace file system (<c>st_dev</c>).</param>
/// <param name="Inode">Inode number of the namespace (<c>st_ino</c>), the number in <c>net:[4026531840]</c>.</param>
/// <remarks>The kernel may use an inode number again once the namespace is gone; hold a handle while you compare.</remarks>
public readonly record struct NamespaceIdentity(ulong Device, ulong Inode)
{
    /// <summary>The form in which <c>readlink /proc/self/ns/net</c> shows it: <c>net:[4026531840]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"net:[{Inode}]");
}
