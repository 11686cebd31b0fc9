using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;
using Tmds.Linux;

namespace KubeNet.Netlink.Namespaces;

/// <summary>The kernel settings of one network namespace: <c>sysctl net.…</c> run inside it.</summary>
/// <remarks>
/// Keys are written as <c>sysctl(8)</c> takes them. The first separator decides: in <c>net.ipv4.conf.eth0/1.forwarding</c>
/// dots separate and a slash stands for a dot in a name (the interface <c>eth0.1</c>); in
/// <c>net/ipv4/conf/eth0.1/forwarding</c> slashes separate and dots are themselves.
/// </remarks>
public sealed class NamespaceSysctl
{
    private const int ReadSize = 4096;

    private readonly NetworkNamespace _namespace;

    internal NamespaceSysctl(NetworkNamespace owner) => _namespace = owner;

    /// <summary>Reads a setting: <c>sysctl -n KEY</c>.</summary>
    /// <param name="key">The key, below <c>net</c>.</param>
    /// <returns>The value, without the line's end.</returns>
    /// <exception cref="NetworkNamespaceException">The kernel has no such setting here, or refuses to show it.</exception>
    public string Get(string key)
        => TryGet(key, out string? value) ? value : throw Refused("read", $"'{key}'", LinuxError.ENOENT);

    /// <summary>Reads a setting that may be absent: an interface, feature or module that is not there.</summary>
    /// <returns><see langword="false"/> if the kernel has no such setting in the namespace.</returns>
    /// <exception cref="NetworkNamespaceException">The setting is there, but could not be read.</exception>
    public bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        using SafeFileHandle? file = FileThread.Open(_namespace.Handle, _namespace.Description, PathOf(key), libc.O_RDONLY, out LinuxError error);
        if (file is null)
        {
            value = null;
            return error == LinuxError.ENOENT ? false : throw Refused("read", $"'{key}'", error);
        }

        value = Read(file, key);
        return true;
    }

    /// <summary>Changes a setting: <c>sysctl -w KEY=VALUE</c>.</summary>
    /// <param name="key">The key, below <c>net</c>.</param>
    /// <param name="value">The value as text; several numbers are separated by blanks.</param>
    /// <exception cref="NetworkNamespaceException">The kernel has no such setting here, or refuses the value.</exception>
    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using SafeFileHandle? file = FileThread.Open(_namespace.Handle, _namespace.Description, PathOf(key), libc.O_WRONLY, out LinuxError error);
        if (file is null)
            throw Refused("set", $"'{key}' to '{value}'", error);

        // One write: the kernel takes each write for the whole value.
        byte[] bytes = Encoding.UTF8.GetBytes(value + "\n");
        if (libc.write(file, bytes) < 0)
            throw Refused("set", $"'{key}' to '{value}'", NetworkNamespaceException.LastError);
    }

    /// <summary>Changes a setting that is a number or a switch (0 or 1).</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public void Set(string key, int value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The file of a key, checked to be below <c>/proc/sys/net</c>: all else is not the namespace's.</summary>
    internal static string PathOf(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        int first = key.AsSpan().IndexOfAny('.', '/');
        string path = first >= 0 && key[first] == '.' ? Swap(key) : key;
        if (!path.StartsWith("net/", StringComparison.Ordinal))
            throw new ArgumentException($"The setting '{key}' is not below 'net': only those belong to a network namespace.", nameof(key));
        foreach (Range part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "" or "." or "..")
                throw new ArgumentException($"The setting '{key}' has a part that is empty or made of dots.", nameof(key));
        }

        return path.Contains('\0')
            ? throw new ArgumentException("A setting's key must not contain NUL.", nameof(key))
            : "/proc/sys/" + path;
    }

    private static string Swap(string key) => string.Create(key.Length, key, static (span, key) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = key[i] switch { '.' => '/', '/' => '.', char other => other };
    });

    private string Read(SafeFileHandle file, string key)
    {
        var bytes = new byte[ReadSize];
        int length = 0;
        while (true)
        {
            int count = libc.read(file, bytes.AsSpan(length));
            if (count < 0)
                throw Refused("read", $"'{key}'", NetworkNamespaceException.LastError);
            if (count == 0)
                return Encoding.UTF8.GetString(bytes.AsSpan(0, length)).TrimEnd('\n');
            length += count;
            if (length == bytes.Length)
                Array.Resize(ref bytes, bytes.Length * 2);
        }
    }

    private NetworkNamespaceException Refused(string operation, string what, LinuxError error)
        => new(operation, $"{what} in {_namespace.Description}", error, RemedyOf(error));

    private static string? RemedyOf(LinuxError error)
    {
        if (error == LinuxError.ENOENT)
            return "The interface in the key does not exist there, or the kernel lacks the feature, or its module is not loaded.";
        if (error == LinuxError.EINVAL)
            return "The kernel does not accept the value for this setting.";
        return (int)error == LibC.EROFS ? "/proc/sys is mounted read-only, as containers have it; it must be writable." : null;
    }
}
