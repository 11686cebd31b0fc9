using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>A device of the tun driver, whose other end is a program. It is only reported: <see cref="TunDevice"/> makes one.</summary>
[LinkKind("tun")]
public sealed partial record TunLink : LinkKind
{
    /// <summary>Whether it carries IP packets or Ethernet frames.</summary>
    [NetlinkAttribute(IFLA_TUN_TYPE, ReadOnly = true)]
    public TunKind? Type { get; init; }

    /// <summary>The user who may open it, by number.</summary>
    [NetlinkAttribute(IFLA_TUN_OWNER, ReadOnly = true)]
    public uint? Owner { get; init; }

    /// <summary>The group whose members may open it, by number.</summary>
    [NetlinkAttribute(IFLA_TUN_GROUP, ReadOnly = true)]
    public uint? Group { get; init; }

    /// <summary>Whether each packet comes with four bytes of flags and EtherType.</summary>
    [NetlinkAttribute(IFLA_TUN_PI, ReadOnly = true)]
    public bool? HasPacketInformation { get; init; }

    /// <summary>Whether each packet comes with a virtio header.</summary>
    [NetlinkAttribute(IFLA_TUN_VNET_HDR, ReadOnly = true)]
    public bool? HasVirtioHeader { get; init; }

    /// <summary>Whether it stays when no program holds it.</summary>
    [NetlinkAttribute(IFLA_TUN_PERSIST, ReadOnly = true)]
    public bool? IsPersistent { get; init; }

    /// <summary>Whether it may have several queues.</summary>
    [NetlinkAttribute(IFLA_TUN_MULTI_QUEUE, ReadOnly = true)]
    public bool? IsMultiQueue { get; init; }

    /// <summary>Queues that are in use.</summary>
    [NetlinkAttribute(IFLA_TUN_NUM_QUEUES, ReadOnly = true)]
    public uint? QueueCount { get; init; }

    /// <summary>Queues that are switched off.</summary>
    [NetlinkAttribute(IFLA_TUN_NUM_DISABLED_QUEUES, ReadOnly = true)]
    public uint? DisabledQueueCount { get; init; }
}
