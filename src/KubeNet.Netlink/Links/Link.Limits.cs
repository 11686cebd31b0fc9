using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>Queues, and how large packets may grow on their way through the host.</content>
public sealed partial record Link
{
    /// <summary>Transmit queues: <c>ip link add numtxqueues</c>. Fixed when the link is made.</summary>
    [NetlinkAttribute(IFLA_NUM_TX_QUEUES)]
    public uint? TransmitQueues { get; init; }

    /// <summary>Receive queues: <c>ip link add numrxqueues</c>. Fixed when the link is made.</summary>
    [NetlinkAttribute(IFLA_NUM_RX_QUEUES)]
    public uint? ReceiveQueues { get; init; }

    /// <summary>Bytes of the largest packet that is handed down to be segmented: <c>ip link set gso_max_size</c>.</summary>
    [NetlinkAttribute(IFLA_GSO_MAX_SIZE)]
    public uint? GsoMaxSize { get; init; }

    /// <summary>Segments into which such a packet may be cut: <c>ip link set gso_max_segs</c>.</summary>
    [NetlinkAttribute(IFLA_GSO_MAX_SEGS)]
    public uint? GsoMaxSegments { get; init; }

    /// <summary>As <see cref="GsoMaxSize"/>, of IPv4: <c>ip link set gso_ipv4_max_size</c>. Since Linux 6.3.</summary>
    [NetlinkAttribute(IFLA_GSO_IPV4_MAX_SIZE)]
    public uint? GsoIpv4MaxSize { get; init; }

    /// <summary>Bytes to which received packets are put together: <c>ip link set gro_max_size</c>.</summary>
    [NetlinkAttribute(IFLA_GRO_MAX_SIZE)]
    public uint? GroMaxSize { get; init; }

    /// <summary>As <see cref="GroMaxSize"/>, of IPv4: <c>ip link set gro_ipv4_max_size</c>. Since Linux 6.3.</summary>
    [NetlinkAttribute(IFLA_GRO_IPV4_MAX_SIZE)]
    public uint? GroIpv4MaxSize { get; init; }

    /// <summary>The largest packet that the device itself segments, in bytes.</summary>
    [NetlinkAttribute(IFLA_TSO_MAX_SIZE, ReadOnly = true)]
    public uint? TsoMaxSize { get; init; }

    /// <summary>Segments into which the device cuts a packet at most.</summary>
    [NetlinkAttribute(IFLA_TSO_MAX_SEGS, ReadOnly = true)]
    public uint? TsoMaxSegments { get; init; }

    /// <summary>The least MTU that the link takes.</summary>
    [NetlinkAttribute(IFLA_MIN_MTU, ReadOnly = true)]
    public uint? MinMtu { get; init; }

    /// <summary>The greatest MTU that the link takes; 0 for no limit.</summary>
    [NetlinkAttribute(IFLA_MAX_MTU, ReadOnly = true)]
    public uint? MaxMtu { get; init; }

    /// <summary>How far ahead the device takes packets with a time to be sent, in nanoseconds. Since Linux 6.13.</summary>
    public ulong? MaxPacingOffloadHorizon
    {
        get => PacingHorizon?.Value;
        init => PacingHorizon = value is { } number ? new VariableUInt(number) : null;
    }

    /// <summary>Bytes kept free before each packet. Since Linux 6.18.</summary>
    [NetlinkAttribute(IFLA_HEADROOM, ReadOnly = true)]
    public ushort? Headroom { get; init; }

    /// <summary>Bytes kept free behind each packet. Since Linux 6.18.</summary>
    [NetlinkAttribute(IFLA_TAILROOM, ReadOnly = true)]
    public ushort? Tailroom { get; init; }

    [NetlinkAttribute(IFLA_MAX_PACING_OFFLOAD_HORIZON, ReadOnly = true)]
    internal VariableUInt? PacingHorizon { get; init; }
}
