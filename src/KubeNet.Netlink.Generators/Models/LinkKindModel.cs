namespace KubeNet.Netlink.Generators.Models;

/// <summary>One entry of the registry of link kinds.</summary>
internal sealed record LinkKindModel(string Kind, string Type);
