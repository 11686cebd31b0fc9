namespace KubeNet.Netlink.Bridges;

/// <summary>How long an FDB entry lasts, in the words of <c>bridge fdb</c>.</summary>
public enum FdbState
{
    /// <summary>
    /// <c>local</c> or <c>permanent</c>: on a bridge an address of the host itself, whose frames go up rather than out; on
    /// a VXLAN device an entry that never ages (<c>NUD_PERMANENT</c>).
    /// </summary>
    Local,

    /// <summary><c>static</c>: never ages and, on a bridge, forwards to the port (<c>NUD_NOARP</c>).</summary>
    Static,

    /// <summary><c>dynamic</c>: ages as if it had been learned (<c>NUD_REACHABLE</c>).</summary>
    Dynamic,

    /// <summary>A dynamic entry whose time is up (<c>NUD_STALE</c>). Reported by the kernel, which makes none: state <see cref="Dynamic"/>.</summary>
    Stale,
}
