using System.Buffers.Binary;
using KubeNet.Netlink;

namespace KubeNet.Testing.Packets;

/// <summary>A VXLAN header (RFC 7348 §5); the group policy and GPE extensions are kept as flags.</summary>
public sealed record VxlanHeader : PacketLayer
{
    internal const int Size = 8;

    /// <summary>VXLAN network identifier.</summary>
    public required Vni Vni { get; init; }

    /// <summary>The flags byte; bit 0x08 says that the VNI counts.</summary>
    public required byte Flags { get; init; }

    /// <summary>Whether the VNI counts: a packet without it is invalid.</summary>
    public bool IsVniValid => (Flags & 0x08) != 0;

    /// <inheritdoc/>
    public override string Summary => IsVniValid ? $"VXLAN vni {Vni}" : $"VXLAN flags 0x{Flags:x2}";

    internal static VxlanHeader Read(ReadOnlySpan<byte> bytes, int offset) => new()
    {
        Offset = offset,
        HeaderLength = Size,
        Flags = bytes[0],
        Vni = (Vni)(BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) >> 8),
    };
}
