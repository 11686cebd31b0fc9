using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.veth;

namespace KubeNet.Netlink.Links;

/// <summary>One end of a pair of virtual Ethernet devices: <c>ip link add type veth peer</c>. What one end sends, the other receives.</summary>
[LinkKind("veth")]
public sealed partial record VethLink : LinkKind
{
    /// <summary>
    /// The other end, when a pair is made: its name, addresses, queues, and the namespace in which it is born
    /// (<see cref="Link.Namespace"/>), which is far faster than to move it there. It cannot be born up. The kernel reports none of it; the other
    /// end's index is <see cref="Link.ParentIndex"/>.
    /// </summary>
    [NetlinkAttribute(VETH_INFO_PEER)]
    public Link? Peer { get; init; }

    internal override LinkKind Without(LinkKind actual) => this with { Peer = null };
}
