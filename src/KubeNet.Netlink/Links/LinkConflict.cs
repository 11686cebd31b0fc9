namespace KubeNet.Netlink.Links;

/// <summary>An attribute that a link has for life, and whose value is not the wanted one.</summary>
internal sealed record LinkConflict(string Property, string? Wanted, string? Actual);
