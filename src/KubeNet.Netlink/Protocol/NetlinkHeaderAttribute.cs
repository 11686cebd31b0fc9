namespace KubeNet.Netlink.Protocol;

/// <summary>A property that is a field of the family's header; its type says how many bytes it has.</summary>
/// <param name="offset">Where the field begins, in bytes from the start of the family's header.</param>
/// <param name="endian">Its byte order.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NetlinkHeaderAttribute(int offset, Endian endian = Endian.Host) : Attribute
{
    /// <summary>Where the field begins, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>Its byte order.</summary>
    public Endian Endian { get; } = endian;
}
