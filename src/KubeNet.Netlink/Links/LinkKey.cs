namespace KubeNet.Netlink.Links;

/// <summary>What tells links of one network namespace apart.</summary>
/// <param name="Index">The link's index.</param>
public readonly record struct LinkKey(int Index);
