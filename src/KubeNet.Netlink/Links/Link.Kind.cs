using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>What the link is, whose port it is, and where it is to be.</content>
public sealed partial record Link
{
    /// <summary>What the link is: <c>ip link add type</c>. Null for a physical one and the loopback.</summary>
    public LinkKind? Kind
    {
        get => Info?.Kind;
        init => Info = (Info ?? new LinkInfo()) with { Kind = value };
    }

    /// <summary>As what it belongs to its master: <c>bridge</c>, <c>bond</c>, <c>vrf</c> …; null if it has none.</summary>
    public string? PortKindName
    {
        get => Info?.PortKindName;
        init => Info = (Info ?? new LinkInfo()) with { PortKindName = value };
    }

    /// <summary>What its master knows of it (<c>IFLA_INFO_SLAVE_DATA</c>), such as <c>IFLA_BRPORT_*</c>.</summary>
    public NetlinkList<RawAttribute>? PortAttributes
    {
        get => Info?.PortAttributes;
        init => Info = (Info ?? new LinkInfo()) with { PortAttributes = value };
    }

    /// <summary>
    /// The namespace in which the link is to be made, or to which it moves: <c>ip link set netns</c>. Never reported. The
    /// object must stay open until the request is done.
    /// </summary>
    public NetworkNamespace? Namespace
    {
        get => NamespaceDescriptor?.Namespace;
        init => NamespaceDescriptor = value is null ? null : new NamespaceDescriptor(value);
    }

    /// <summary>As <see cref="Namespace"/>, by a process in it: <c>ip link set netns PID</c>. Never reported.</summary>
    [NetlinkAttribute(IFLA_NET_NS_PID)]
    public int? NamespaceProcessId { get; init; }

    /// <summary>The namespace in which the request is done, by the number that this one has for it; null is this one.</summary>
    [NetlinkAttribute(IFLA_TARGET_NETNSID)]
    public int? TargetNamespaceId { get; init; }

    /// <summary>The index that the link is to have in the namespace to which it moves.</summary>
    [NetlinkAttribute(IFLA_NEW_IFINDEX)]
    public int? NewIndex { get; init; }

    [NetlinkAttribute(IFLA_LINKINFO, PathName = "")]
    internal LinkInfo? Info { get; init; }

    [NetlinkAttribute(IFLA_NET_NS_FD, PathName = nameof(Namespace))]
    internal NamespaceDescriptor? NamespaceDescriptor { get; init; }
}
