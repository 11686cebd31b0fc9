using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Links;

/// <content>What the kernel's answer leaves out.</content>
public sealed partial class LinkOperations
{
    private protected override NetlinkError Explain(NetlinkError error, Link item) =>
        RemedyOf(error, item) is { } remedy ? error with { Remedy = remedy } : error;

    private static string? RemedyOf(NetlinkError error, Link item) => error switch
    {
        { IsUnknownLinkKind: true } when item.Kind is null => "There is no such link, and one that is to be made states its Kind.",
        { IsUnknownLinkKind: true } =>
            $"The kernel has no link kind '{item.Kind.Name}': load its module, or use a kernel that was built with it.",
        { Error: LinuxError.EOPNOTSUPP } when item.Kind is TunLink => "Such a link comes with its device: TunDevice.Open makes both.",
        { Error: LinuxError.EINVAL, KernelMessage: null } when item is { Kind: MacvlanKind, ParentIndex: null } =>
            "It needs the link below: set ParentIndex.",
        { Error: LinuxError.ESRCH } when item.NamespaceProcessId is { } process =>
            $"Process {process}, in whose namespace the link shall be, does not exist or has ended.",
        _ => null,
    };

    /// <summary>The kernel says that an MTU is too small or too large, and not what it may be; the link says.</summary>
    private NetlinkError Explain(NetlinkError error, LinkReference link, Link changes) =>
        changes.Mtu is { } mtu && error is { Error: LinuxError.EINVAL, AllowedRange: null } && TryGet(link) is { MinMtu: { } least } actual
            && (mtu < least || (actual.MaxMtu is > 0 and { } most && mtu > most))
            ? error with { AttributePath = "Link.Mtu (IFLA_MTU)", AllowedRange = actual.MaxMtu is > 0 ? $"{least} to {actual.MaxMtu}" : $"{least} and more" }
            : Explain(error, changes);
}
