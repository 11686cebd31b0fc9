using System.Buffers;
using System.Text;

namespace KubeNet.Netlink;

/// <summary>The kernel's rules for the name of a network interface (<c>dev_valid_name</c>).</summary>
public static class InterfaceName
{
    /// <summary>Bytes that a name may have: 15 (<c>IFNAMSIZ</c> less the final NUL).</summary>
    public const int MaximumLength = 15;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create("/:\0 \t\n\v\f\r");

    /// <summary>Throws unless the kernel takes the name.</summary>
    /// <exception cref="ArgumentException">The name breaks a rule; the message names it.</exception>
    public static void Validate(string name, string? parameterName = null)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName ?? nameof(name));
        if (ProblemOf(name) is { } problem)
        {
            throw new ArgumentException($"'{name}' cannot name an interface: {problem}.", parameterName ?? nameof(name));
        }
    }

    /// <summary>Whether the kernel takes the name.</summary>
    public static bool IsValid(string? name) => name is not null && ProblemOf(name) is null;

    private static string? ProblemOf(string name)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        return length == 0 ? "it is empty"
            : length > MaximumLength ? $"it has {length} bytes, and at most {MaximumLength} are allowed"
            : name is "." or ".." ? "a directory has that name"
            : name.AsSpan().ContainsAny(s_forbidden) ? "it has a slash, a colon, a space or a control character"
            : null;
    }
}
