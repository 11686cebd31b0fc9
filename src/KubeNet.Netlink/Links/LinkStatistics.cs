using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Links;

/// <summary>A link's counters since it was made (<c>struct rtnl_link_stats64</c>). Those that an older kernel lacks are zero.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct LinkStatistics
{
    /// <summary>Packets received. <c>rx_packets</c>.</summary>
    public ulong ReceivedPackets { get; init; }

    /// <summary>Packets sent. <c>tx_packets</c>.</summary>
    public ulong TransmittedPackets { get; init; }

    /// <summary>Bytes received. <c>rx_bytes</c>.</summary>
    public ulong ReceivedBytes { get; init; }

    /// <summary>Bytes sent. <c>tx_bytes</c>.</summary>
    public ulong TransmittedBytes { get; init; }

    /// <summary>Bad packets received. <c>rx_errors</c>.</summary>
    public ulong ReceiveErrors { get; init; }

    /// <summary>Failures to send. <c>tx_errors</c>.</summary>
    public ulong TransmitErrors { get; init; }

    /// <summary>Packets received and not processed, for want of resources or of a protocol. <c>rx_dropped</c>.</summary>
    public ulong ReceiveDropped { get; init; }

    /// <summary>Packets dropped on their way out. <c>tx_dropped</c>.</summary>
    public ulong TransmitDropped { get; init; }

    /// <summary>Multicast packets received. <c>multicast</c>.</summary>
    public ulong Multicast { get; init; }

    /// <summary>Collisions while sending. <c>collisions</c>.</summary>
    public ulong Collisions { get; init; }

    /// <summary>Packets of wrong length. <c>rx_length_errors</c>.</summary>
    public ulong ReceiveLengthErrors { get; init; }

    /// <summary>Receiver overflows. <c>rx_over_errors</c>.</summary>
    public ulong ReceiveOverflows { get; init; }

    /// <summary>Packets with a CRC error. <c>rx_crc_errors</c>.</summary>
    public ulong ReceiveChecksumErrors { get; init; }

    /// <summary>Frames out of alignment. <c>rx_frame_errors</c>.</summary>
    public ulong ReceiveFrameErrors { get; init; }

    /// <summary>Receive FIFO overruns. <c>rx_fifo_errors</c>.</summary>
    public ulong ReceiveFifoErrors { get; init; }

    /// <summary>Packets missed by the host. <c>rx_missed_errors</c>.</summary>
    public ulong ReceiveMissed { get; init; }

    /// <summary>Transmissions aborted. <c>tx_aborted_errors</c>.</summary>
    public ulong TransmitAborted { get; init; }

    /// <summary>Losses of carrier while sending. <c>tx_carrier_errors</c>.</summary>
    public ulong TransmitCarrierErrors { get; init; }

    /// <summary>Transmit FIFO underruns. <c>tx_fifo_errors</c>.</summary>
    public ulong TransmitFifoErrors { get; init; }

    /// <summary>Heartbeat errors. <c>tx_heartbeat_errors</c>.</summary>
    public ulong TransmitHeartbeatErrors { get; init; }

    /// <summary>Late collisions. <c>tx_window_errors</c>.</summary>
    public ulong TransmitWindowErrors { get; init; }

    /// <summary>Compressed packets received. <c>rx_compressed</c>.</summary>
    public ulong ReceivedCompressed { get; init; }

    /// <summary>Compressed packets sent. <c>tx_compressed</c>.</summary>
    public ulong TransmittedCompressed { get; init; }

    /// <summary>Packets received on an inactive link and dropped. <c>rx_nohandler</c>.</summary>
    public ulong ReceivedWithoutHandler { get; init; }

    /// <summary>Packets dropped because their MAC address is another's. <c>rx_otherhost_dropped</c>.</summary>
    public ulong ReceivedForOtherHost { get; init; }
}
