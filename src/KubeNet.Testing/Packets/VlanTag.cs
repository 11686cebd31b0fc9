using System.Buffers.Binary;

namespace KubeNet.Testing.Packets;

/// <summary>A VLAN tag (IEEE 802.1Q §9.6); tags may be stacked (802.1ad).</summary>
public sealed record VlanTag : PacketLayer
{
    internal const int Size = 4;

    /// <summary>Kind of the tag: <see cref="EtherType.Vlan"/> or <see cref="EtherType.ProviderVlan"/>.</summary>
    public required EtherType Protocol { get; init; }

    /// <summary>VLAN id, 0 to 4095; 0 is a priority tag only.</summary>
    public required int Id { get; init; }

    /// <summary>Priority code point, 0 to 7.</summary>
    public required int Priority { get; init; }

    /// <summary>The frame may be dropped first under congestion.</summary>
    public required bool DropEligible { get; init; }

    /// <summary>What follows.</summary>
    public required EtherType EtherType { get; init; }

    /// <inheritdoc/>
    public override string Summary => Protocol == EtherType.ProviderVlan ? $"802.1ad {Id}" : $"VLAN {Id}";

    // The tag protocol stands where the EtherType of the header before it does, so the bytes begin behind it.
    internal static VlanTag Read(ReadOnlySpan<byte> bytes, int offset, EtherType protocol)
    {
        ushort control = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return new()
        {
            Offset = offset,
            HeaderLength = Size,
            Protocol = protocol,
            Id = control & 0xFFF,
            Priority = control >> 13,
            DropEligible = (control & 0x1000) != 0,
            EtherType = (EtherType)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
        };
    }
}
