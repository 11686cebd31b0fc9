namespace KubeNet.Netlink.Neighbors;

/// <summary>How far a neighbour is resolved (<c>NUD_*</c>, linux/neighbour.h). An entry has one of them; a filter may name several.</summary>
[Flags]
public enum NeighborState : ushort
{
    /// <summary>Not looked at yet (<c>NUD_NONE</c>).</summary>
    None = 0,

    /// <summary>Asked for; nobody has answered yet (<c>NUD_INCOMPLETE</c>).</summary>
    Incomplete = 0x01,

    /// <summary>Confirmed a short while ago (<c>NUD_REACHABLE</c>).</summary>
    Reachable = 0x02,

    /// <summary>Known, and to be confirmed before long once it is used (<c>NUD_STALE</c>).</summary>
    Stale = 0x04,

    /// <summary>Used while stale: waits for a hint that it is alive before it is asked (<c>NUD_DELAY</c>).</summary>
    Delay = 0x08,

    /// <summary>Being asked again (<c>NUD_PROBE</c>).</summary>
    Probe = 0x10,

    /// <summary>It did not answer (<c>NUD_FAILED</c>).</summary>
    Failed = 0x20,

    /// <summary>Needs no resolution (<c>NUD_NOARP</c>).</summary>
    NoArp = 0x40,

    /// <summary>Stated by an administrator; never checked and never forgotten (<c>NUD_PERMANENT</c>).</summary>
    Permanent = 0x80,
}
