using System.Collections.Immutable;

namespace KubeNet.Testing.Packets;

/// <summary>What a decoder cannot know from the bytes alone.</summary>
public sealed record PacketDecoderOptions
{
    /// <summary>The options used where none are given.</summary>
    public static PacketDecoderOptions Default { get; } = new();

    /// <summary>UDP destination ports that carry VXLAN: the port of RFC 7348, and Linux's own first choice, unless told otherwise.</summary>
    public ImmutableArray<ushort> VxlanPorts { get; init; } = [4789, 8472];
}
