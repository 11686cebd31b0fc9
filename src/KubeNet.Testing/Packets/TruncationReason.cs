namespace KubeNet.Testing.Packets;

/// <summary>Why the decoder stopped before the end of a packet.</summary>
public enum TruncationReason
{
    /// <summary>The bytes end inside the header.</summary>
    TooShort,

    /// <summary>A version or length field contradicts the protocol.</summary>
    Malformed,

    /// <summary>The packet has more headers than <see cref="Packet.MaximumLayers"/>.</summary>
    TooDeep,
}
