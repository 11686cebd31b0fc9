using System.Text;

namespace KubeNet.Netlink.Namespaces;

/// <summary>The rules for names in <c>/run/netns</c>: a name is a file name there.</summary>
internal static class NamespaceName
{
    /// <summary>NAME_MAX of the file system, in bytes.</summary>
    private const int MaximumLength = 255;

    internal static void Validate(string name, string parameter = "name")
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (Fault(name) is { } fault)
            throw new ArgumentException($"A network namespace's name {fault}.", parameter);
    }

    private static string? Fault(string name)
    {
        if (name.Length == 0)
            return "must not be empty";
        if (name is "." or "..")
            return $"must not be '{name}'";
        if (name.Contains('/'))
            return "must not contain '/'";
        if (name.Contains('\0'))
            return "must not contain NUL";
        return Encoding.UTF8.GetByteCount(name) > MaximumLength ? "must not be longer than 255 bytes of UTF-8" : null;
    }
}
