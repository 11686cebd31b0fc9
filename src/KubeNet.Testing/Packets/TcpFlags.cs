namespace KubeNet.Testing.Packets;

/// <summary>Control bits of a TCP header (RFC 9293 §3.1; RFC 3168 §6.1).</summary>
[Flags]
public enum TcpFlags : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The sender has no more data.</summary>
    Fin = 0x01,

    /// <summary>Opens a connection.</summary>
    Syn = 0x02,

    /// <summary>Resets the connection.</summary>
    Rst = 0x04,

    /// <summary>Data is to be passed on at once.</summary>
    Psh = 0x08,

    /// <summary>The acknowledgement number counts.</summary>
    Ack = 0x10,

    /// <summary>The urgent pointer counts.</summary>
    Urg = 0x20,

    /// <summary>Congestion was seen.</summary>
    Ece = 0x40,

    /// <summary>The congestion window was reduced.</summary>
    Cwr = 0x80,

    /// <summary>Accurate ECN.</summary>
    Ae = 0x100,
}
