namespace KubeNet.Testing.Packets;

/// <summary>An IPv6 hop-by-hop, routing or destination options header (RFC 8200 §4.3, §4.4, §4.6).</summary>
public sealed record IPv6ExtensionHeader : PacketLayer
{
    internal const int MinimumSize = 8;

    /// <summary>Which of the three it is.</summary>
    public required IpProtocol Kind { get; init; }

    /// <summary>What follows.</summary>
    public required IpProtocol NextHeader { get; init; }

    /// <summary>Type of a routing header, such as 4 for segment routing (RFC 8754); <see langword="null"/> in the others.</summary>
    public byte? RoutingType { get; init; }

    /// <inheritdoc/>
    public override string Summary => Kind switch
    {
        IpProtocol.HopByHopOptions => "hop-by-hop options",
        IpProtocol.IPv6Routing => $"routing header type {RoutingType}",
        _ => "destination options",
    };

    internal static int LengthOf(ReadOnlySpan<byte> bytes) => (bytes[1] + 1) * 8;

    internal static IPv6ExtensionHeader Read(ReadOnlySpan<byte> bytes, int offset, IpProtocol kind) => new()
    {
        Offset = offset,
        HeaderLength = LengthOf(bytes),
        Kind = kind,
        NextHeader = (IpProtocol)bytes[0],
        RoutingType = kind == IpProtocol.IPv6Routing ? bytes[2] : null,
    };
}
