using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Testing.Leftovers;

/// <summary>Takes names of namespaces away, if they still stand for what they stood for when we gave them.</summary>
internal static class NamespaceRemoval
{
    private const string Directory = "/run/netns/";

    /// <summary>Whether the name stands for that namespace.</summary>
    public static bool Stands(string name, NamespaceIdentity identity)
    {
        using NetworkNamespace? found = TryOpen(name, identity, out _);
        return found is not null;
    }

    /// <summary>Takes the name away if it stands for that namespace, or is the empty file that it was before it stood for any.</summary>
    /// <returns>Whether it did.</returns>
    public static bool Remove(string name, NamespaceIdentity identity)
    {
        // While the handle is open, no other namespace can have this identity.
        using NetworkNamespace? found = TryOpen(name, identity, out bool isEmptyFile);
        if (found is not null)
            return NetworkNamespace.TryDelete(name);
        if (isEmptyFile)
            File.Delete(Directory + name);
        return false;
    }

    private static NetworkNamespace? TryOpen(string name, NamespaceIdentity identity, out bool isEmptyFile)
    {
        isEmptyFile = false;
        var file = new FileInfo(Directory + name);

        // A link is none of ours, whatever it leads to.
        if (!file.Exists || file.LinkTarget is not null)
            return null;

        NetworkNamespace found;
        try
        {
            found = NetworkNamespace.Open(name);
        }
        catch (NetworkNamespaceException exception) when (exception.IsNotFound || exception.Error is LinuxError.EINVAL)
        {
            isEmptyFile = exception.Error is LinuxError.EINVAL && file.Length == 0;
            return null;
        }
        if (found.Identity == identity)
            return found;
        found.Dispose();
        return null;
    }
}
