namespace KubeNet.Testing.Packets;

/// <summary>One header of a packet.</summary>
public abstract record PacketLayer
{
    /// <summary>Where the header begins, in bytes from the start of the frame.</summary>
    public int Offset { get; init; }

    /// <summary>Length of the header in bytes, its options included.</summary>
    public int HeaderLength { get; init; }

    /// <summary>The header in a few words, such as <c>UDP 40000 &gt; 4789</c>.</summary>
    public abstract string Summary { get; }

    /// <summary>Returns <see cref="Summary"/>.</summary>
    public sealed override string ToString() => Summary;
}
