using System.Buffers.Binary;
using System.Globalization;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>A range of UDP ports (<c>struct ifla_vxlan_port_range</c>, big-endian).</summary>
/// <param name="Low">The first.</param>
/// <param name="High">The last.</param>
public readonly record struct PortRange(ushort Low, ushort High) : INetlinkValue<PortRange>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> value, out PortRange result)
    {
        bool fits = value.Length == 4;
        result = fits ? new PortRange(BinaryPrimitives.ReadUInt16BigEndian(value), BinaryPrimitives.ReadUInt16BigEndian(value[2..])) : default;
        return fits;
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, Low);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], High);
        writer.WriteRaw(bytes);
    }

    /// <summary><c>1024-2048</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low}-{High}");
}
