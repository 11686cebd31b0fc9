using System.Text.Json.Serialization;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.Leftovers;

/// <summary>A line of a journal. The first has an owner, the others a namespace each, or the word that the owner left it standing.</summary>
internal sealed record JournalLine
{
    /// <summary>The network; in the first line.</summary>
    public string? Network { get; init; }

    /// <summary>Who made it; in the first line.</summary>
    public ProcessIdentity? Owner { get; init; }

    /// <summary>Whether it is to stay even if its owner is killed; in the first line.</summary>
    public bool Keep { get; init; }

    /// <summary>The name that a namespace is about to get.</summary>
    public string? Namespace { get; init; }

    /// <summary>Which namespace that is.</summary>
    public NamespaceIdentity? Identity { get; init; }

    /// <summary>Whether the owner was done and left the network standing.</summary>
    public bool Released { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
