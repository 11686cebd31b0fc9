namespace KubeNet.Testing.Capture;

/// <summary>Which way a packet went through the device, and to whom (kernel <c>sll_pkttype</c>, <c>PACKET_*</c>).</summary>
public enum CaptureDirection
{
    /// <summary>Came in, for this host (<c>PACKET_HOST</c>).</summary>
    Incoming,

    /// <summary>Came in, for everyone (<c>PACKET_BROADCAST</c>).</summary>
    Broadcast,

    /// <summary>Came in, for a group (<c>PACKET_MULTICAST</c>).</summary>
    Multicast,

    /// <summary>Came in, for another host (<c>PACKET_OTHERHOST</c>); bridge ports see these.</summary>
    OtherHost,

    /// <summary>Went out (<c>PACKET_OUTGOING</c>).</summary>
    Outgoing,
}
