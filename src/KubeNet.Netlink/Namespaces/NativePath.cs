using System.Text;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Paths as the kernel takes them.</summary>
internal static class NativePath
{
    /// <summary>UTF-8 with a NUL at the end.</summary>
    internal static byte[] Encode(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes;
    }
}
