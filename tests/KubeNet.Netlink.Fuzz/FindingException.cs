namespace KubeNet.Netlink.Fuzz;

/// <summary>Something that should not be.</summary>
internal sealed class FindingException(string message) : Exception(message);
