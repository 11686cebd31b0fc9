namespace KubeNet.Netlink.Protocol;

/// <summary>A record with a codec, which the generator writes for types with <see cref="NetlinkRecordAttribute"/>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface INetlinkRecord<TSelf> : INetlinkBody where TSelf : INetlinkRecord<TSelf>
{
    /// <summary>Bytes of the family's header; 0 for what stands inside a nest.</summary>
    static abstract int HeaderSize { get; }

    /// <summary>The names of the attributes.</summary>
    static abstract NetlinkAttributeTable AttributeTable { get; }

    /// <summary>Reads a record. A header that is too short is taken as if zeros followed.</summary>
    /// <exception cref="NetlinkFormatException">An attribute's length does not fit.</exception>
    static abstract TSelf Read(ReadOnlySpan<byte> payload);
}
