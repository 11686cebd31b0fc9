namespace KubeNet.Netlink.Protocol;

/// <summary>Has the generator write the codec of a record: <see cref="INetlinkRecord{TSelf}"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetlinkRecordAttribute : Attribute
{
    /// <summary>Bytes of the family's header before the attributes; 0 for what stands inside a nest.</summary>
    public int HeaderSize { get; init; }
}
