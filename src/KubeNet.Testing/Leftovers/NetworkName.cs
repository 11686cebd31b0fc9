using System.Security.Cryptography;

namespace KubeNet.Testing.Leftovers;

/// <summary>
/// How networks and their namespaces are called: <c>kn-ID-MEMBER</c>, where the id ends with characters drawn by lot. What is
/// not called so is not ours.
/// </summary>
internal static class NetworkName
{
    public const int LongestLabel = 32;
    public const int LongestMember = 128;

    private const string Prefix = "kn-";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 8;
    private const int LongestId = LongestLabel + 1 + RandomLength;

    /// <summary>An id that no other network has, with the label in front if there is one.</summary>
    public static string CreateId(string? label)
    {
        string random = RandomNumberGenerator.GetString(Letters, RandomLength);
        return label is null ? random : $"{label}-{random}";
    }

    /// <summary>The name of a member's namespace.</summary>
    public static string Of(string id, string member) => $"{Prefix}{id}-{member}";

    /// <summary>Whether a text is the id of a network.</summary>
    public static bool IsId(string? text) => text is { Length: >= RandomLength and <= LongestId } && IsLabelText(text);

    /// <summary>Whether a name is one that a network of this id gives.</summary>
    public static bool IsOf(string id, string? name) =>
        name is not null
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.AsSpan(Prefix.Length).StartsWith(id, StringComparison.Ordinal)
        && name.AsSpan(Prefix.Length + id.Length) is ['-', .. var member]
        && IsMember(member);

    /// <summary>Throws unless a text may stand in front of a network's id.</summary>
    public static void ValidateLabel(string label, string parameter)
    {
        if (label.Length is 0 or > LongestLabel || !IsLabelText(label))
            throw new ArgumentException($"'{label}' cannot name a network: 1 to {LongestLabel} of a–z, 0–9 and '-' can, not '-' at either end.", parameter);
    }

    /// <summary>Throws unless a host, switch or pod may have the name.</summary>
    public static void ValidateMember(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > LongestMember / 2 || !IsMember(name))
            throw new ArgumentException($"'{name}' cannot name a host: 1 to {LongestMember / 2} of A–Z, a–z, 0–9, '-', '_' and '.' can, the first a letter or digit.", parameter);
    }

    private static bool IsLabelText(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }
        return text[0] != '-' && text[^1] != '-';
    }

    private static bool IsMember(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestMember + 1 || !char.IsAsciiLetterOrDigit(text[0]))
            return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }
        return true;
    }
}
