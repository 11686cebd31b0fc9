using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.neighbour;

namespace KubeNet.Netlink.Bridges;

/// <summary>Tells user space whether a static entry of a bridge is in use (<c>NDA_FDB_EXT_ATTRS</c>, since Linux 5.14).</summary>
[NetlinkRecord]
public sealed partial record FdbActivity
{
    /// <summary>Bit 0: notify of activity; bit 1: the entry is inactive now (<c>NFEA_ACTIVITY_NOTIFY</c>).</summary>
    [NetlinkAttribute(NFEA_ACTIVITY_NOTIFY)] public byte? Notify { get; init; }

    /// <summary>The time of last use stays as it is when the entry is replaced (<c>NFEA_DONT_REFRESH</c>).</summary>
    [NetlinkAttribute(NFEA_DONT_REFRESH, Form = AttributeForm.Flag)] public bool DoesNotRefresh { get; init; }
}
