namespace KubeNet.Netlink.Generators.Models;

/// <summary>The two partial methods of the registry, as they were declared by hand: up to the arrow.</summary>
/// <param name="Declaration">The class, for example <c>static partial class LinkKindRegistry</c>.</param>
/// <param name="Read">Signature of <c>Read</c>.</param>
/// <param name="ReadName">Its first parameter.</param>
/// <param name="ReadData">Its second parameter.</param>
/// <param name="TableOf">Signature of <c>TableOf</c>.</param>
/// <param name="TableName">Its parameter.</param>
internal sealed record RegistryModel(string Declaration, string Read, string ReadName, string ReadData, string TableOf, string TableName);
