using System.Text.Json;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.Leftovers;

/// <summary>What a journal says, once it is proved to say only what we write.</summary>
internal sealed record JournalContent(string Network, ProcessIdentity Owner, bool Keep, bool Released, IReadOnlyList<(string Name, NamespaceIdentity Identity)> Namespaces)
{
    /// <summary>The fault of a journal whose writer has not come to its first line: it announces nothing.</summary>
    public const string NotBegun = "it has no first line";

    /// <summary>Reads a journal.</summary>
    /// <param name="network">The network of which it must be.</param>
    /// <param name="bytes">Its lines. What stands behind the last line's end was being written when its process was killed: what it announces never came to be.</param>
    /// <param name="fault">Why it is not to be trusted, if it is not.</param>
    /// <returns>Null if it is not to be trusted.</returns>
    public static JournalContent? TryRead(string network, ReadOnlySpan<byte> bytes, out string? fault)
    {
        JournalLine? first = null;
        bool isReleased = false;
        var namespaces = new List<(string, NamespaceIdentity)>();
        while (bytes.IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (TryParse(bytes[..length]) is not { } line)
                return Distrust("a line of it is no entry", out fault);
            bytes = bytes[(length + 1)..];

            if (first is null)
            {
                if (line.Network != network || line.Owner is not { ProcessId: > 0, BootId: not null, PidNamespace: not null } || line.Namespace is not null)
                    return Distrust("its first line is not that of this network", out fault);
                first = line;
            }
            else if (line.Network is not null || line.Owner is not null)
            {
                return Distrust("it has two first lines", out fault);
            }
            else if (line.Released)
            {
                isReleased = true;
            }
            else if (line.Identity is { } identity && NetworkName.IsOf(network, line.Namespace))
            {
                namespaces.Add((line.Namespace!, identity));
            }
            else
            {
                return Distrust("it names a namespace that is none of this network", out fault);
            }
        }

        if (first is null)
            return Distrust(NotBegun, out fault);
        fault = null;
        return new JournalContent(network, first.Owner!, first.Keep || isReleased, isReleased, namespaces);
    }

    private static JournalLine? TryParse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJsonContext.Default.JournalLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JournalContent? Distrust(string reason, out string fault)
    {
        fault = reason;
        return null;
    }
}
