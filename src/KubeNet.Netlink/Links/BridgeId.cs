using System.Buffers.Binary;
using System.Globalization;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>How the spanning tree knows a bridge (<c>struct ifla_bridge_id</c>).</summary>
/// <param name="Priority">The lowest becomes the root.</param>
/// <param name="Address">The bridge's MAC address.</param>
public readonly record struct BridgeId(ushort Priority, MacAddress Address) : INetlinkValue<BridgeId>
{
    private const int Size = sizeof(ushort) + MacAddress.Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> value, out BridgeId result)
    {
        bool fits = value.Length == Size;
        result = fits ? new BridgeId(BinaryPrimitives.ReadUInt16BigEndian(value), new MacAddress(value[sizeof(ushort)..])) : default;
        return fits;
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, Priority);
        Address.CopyTo(bytes[sizeof(ushort)..]);
        writer.WriteRaw(bytes);
    }

    /// <summary><c>8000.02:00:00:00:00:01</c>, as <c>ip</c> shows it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Priority:x4}.{Address}");
}
