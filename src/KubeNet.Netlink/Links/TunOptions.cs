namespace KubeNet.Netlink.Links;

/// <summary>How a <see cref="TunDevice"/> is made.</summary>
public sealed record TunOptions
{
    internal static TunOptions Default { get; } = new();

    /// <summary>Whether it carries IP packets or Ethernet frames: <c>ip tuntap add mode</c>.</summary>
    public TunKind Kind { get; init; } = TunKind.Tun;

    /// <summary>Whether it may be opened several times, each a queue of its own (<c>IFF_MULTI_QUEUE</c>): <c>multi_queue</c>.</summary>
    public bool IsMultiQueue { get; init; }

    /// <summary>Whether it stays when nobody holds it open (<c>TUNSETPERSIST</c>), as one that <c>ip tuntap add</c> makes.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>Whether each packet comes with four bytes of flags and EtherType: <c>pi</c>.</summary>
    public bool HasPacketInformation { get; init; }

    /// <summary>Whether it must be new (<c>IFF_TUN_EXCL</c>), rather than one that exists and may be opened.</summary>
    public bool MustBeNew { get; init; }

    /// <summary>The user who may open it later, by number (<c>TUNSETOWNER</c>): <c>user</c>.</summary>
    public uint? Owner { get; init; }

    /// <summary>The group whose members may open it later, by number (<c>TUNSETGROUP</c>): <c>group</c>.</summary>
    public uint? Group { get; init; }
}
