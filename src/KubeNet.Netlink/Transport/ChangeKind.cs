namespace KubeNet.Netlink.Transport;

/// <summary>What a <see cref="Change{T}"/> tells.</summary>
public enum ChangeKind
{
    /// <summary>The object was there when the watch began.</summary>
    Snapshot,

    /// <summary>What came before is the whole state. It follows the snapshot, and the difference after a <see cref="Resync"/>.</summary>
    Synchronized,

    /// <summary>The object is new.</summary>
    Added,

    /// <summary>The object was there and is different now.</summary>
    Updated,

    /// <summary>The object is gone, or the filter no longer wants it.</summary>
    Removed,

    /// <summary>
    /// Changes came faster than they were read and some are lost. The difference follows, each object at most once, and then
    /// <see cref="Synchronized"/>.
    /// </summary>
    Resync,
}
