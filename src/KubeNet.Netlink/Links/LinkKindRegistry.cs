using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>The kinds that are known, by the kernel's name. The generator fills it from <see cref="LinkKindAttribute"/>.</summary>
internal static partial class LinkKindRegistry
{
    /// <summary>Reads the attributes of a kind (<c>IFLA_INFO_DATA</c>); null if the kind is not known.</summary>
    public static partial LinkKind? Read(string name, ReadOnlySpan<byte> data);

    /// <summary>The names of a kind's attributes; null if the kind is not known.</summary>
    public static partial NetlinkAttributeTable? TableOf(string name);
}
