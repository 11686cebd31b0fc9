using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>What <see cref="MacvlanLink"/> and <see cref="MacvtapLink"/> share: a link with a MAC address of its own on a parent (<see cref="Link.ParentIndex"/>).</summary>
public abstract record MacvlanKind : LinkKind
{
    /// <summary>Whom it can reach: <c>mode</c>. The kernel's default is <see cref="MacvlanMode.Vepa"/>.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_MODE)]
    public MacvlanMode? Mode { get; init; }

    /// <summary>Flags.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_FLAGS)]
    public MacvlanFlags? Flags { get; init; }

    /// <summary>The senders whose frames a source-mode link takes: <c>macaddr set</c>. Null if there are none.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_MACADDR_DATA, Form = AttributeForm.List, ItemId = IFLA_MACVLAN_MACADDR)]
    public NetlinkList<MacAddress>? SourceAddresses { get; init; }

    /// <summary>How many senders there are.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_MACADDR_COUNT, ReadOnly = true)]
    public uint? SourceAddressCount { get; init; }

    /// <summary>Broadcast and multicast packets that may wait on the parent, asked for by this link: <c>bcqueuelen</c>.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_BC_QUEUE_LEN)]
    public uint? BroadcastQueueLength { get; init; }

    /// <summary>The length that the parent uses: the greatest that its links ask for.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_BC_QUEUE_LEN_USED, ReadOnly = true)]
    public uint? BroadcastQueueLengthUsed { get; init; }

    /// <summary>Up to how many receivers a multicast packet is sent at once rather than queued; -1 for all: <c>bclim</c>. Since Linux 6.4.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_BC_CUTOFF)]
    public int? BroadcastCutoff { get; init; }

    /// <summary>What a list of senders does: it takes the place of the former one.</summary>
    [NetlinkAttribute(IFLA_MACVLAN_MACADDR_MODE, PathName = nameof(SourceAddresses))]
    internal uint? SourceAddressChange
    {
        get => SourceAddresses is null ? null : MACVLAN_MACADDR_SET;
        init => _ = value;
    }

    /// <summary>The senders are a set: in what order the kernel reports them says nothing.</summary>
    internal override LinkKind Without(LinkKind actual) =>
        SourceAddresses is { } wanted && new HashSet<MacAddress>(wanted).SetEquals((actual as MacvlanKind)?.SourceAddresses ?? [])
            ? this with { SourceAddresses = null }
            : this;

    /// <summary>Where the senders differ, their list is written whole.</summary>
    internal override LinkKind AsReported() => this with { SourceAddresses = null };
}
