namespace KubeNet.Netlink.Neighbors;

/// <summary>Flags of a neighbour or forwarding database entry (<c>NTF_*</c>, field <c>ndm_flags</c>, linux/neighbour.h).</summary>
[Flags]
public enum NeighborFlags : byte
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The entry counts as used now: a neighbour is resolved, an FDB entry refreshed (<c>NTF_USE</c>). A request only; it is not kept.</summary>
    Use = 0x01,

    /// <summary>In the forwarding database of the device itself (<c>NTF_SELF</c>).</summary>
    Self = 0x02,

    /// <summary>In that of the bridge above the device (<c>NTF_MASTER</c>).</summary>
    Master = 0x04,

    /// <summary>This host answers for the address (<c>NTF_PROXY</c>).</summary>
    Proxy = 0x08,

    /// <summary>Learned by a control plane outside the kernel, which also keeps it up to date (<c>NTF_EXT_LEARNED</c>).</summary>
    ExternallyLearned = 0x10,

    /// <summary>Present in hardware (<c>NTF_OFFLOADED</c>). Reported by the kernel.</summary>
    Offloaded = 0x20,

    /// <summary>The entry does not move to another port (<c>NTF_STICKY</c>).</summary>
    Sticky = 0x40,

    /// <summary>The neighbour is a router (<c>NTF_ROUTER</c>).</summary>
    Router = 0x80,
}
