namespace KubeNet.Netlink.Neighbors;

/// <summary>Further flags of a neighbour or forwarding database entry (<c>NTF_EXT_*</c>, attribute <c>NDA_FLAGS_EXT</c>).</summary>
[Flags]
public enum NeighborExtendedFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The kernel resolves the neighbour and keeps it resolved (<c>NTF_EXT_MANAGED</c>, since Linux 5.16).</summary>
    Managed = 0x1,

    /// <summary>A bridge port that wants authentication has seen the station, which may not send yet (<c>NTF_EXT_LOCKED</c>, since Linux 6.2).</summary>
    Locked = 0x2,

    /// <summary>A control plane outside the kernel vouches for it: it stays when it goes stale or fails (<c>NTF_EXT_EXT_VALIDATED</c>, since Linux 6.17).</summary>
    ExternallyValidated = 0x4,
}
