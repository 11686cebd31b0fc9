using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.net_namespace;

namespace KubeNet.Netlink.Namespaces;

/// <summary>What <c>RTM_NEWNSID</c> and <c>RTM_GETNSID</c> carry, after <c>struct rtgenmsg</c> and its padding.</summary>
[NetlinkRecord(HeaderSize = 4)]
internal sealed partial record NamespaceIdMessage
{
    /// <summary>The id; -1 for none, or for any.</summary>
    [NetlinkAttribute(NETNSA_NSID)]
    public int? Id { get; init; }

    /// <summary>Descriptor of the namespace that is meant.</summary>
    [NetlinkAttribute(NETNSA_FD)]
    public uint? Descriptor { get; init; }
}
