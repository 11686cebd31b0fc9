namespace KubeNet.Testing.Packets;

/// <summary>Stands last where the bytes end, or stop making sense, before the packet does.</summary>
public sealed record Truncated : PacketLayer
{
    /// <summary>The protocol whose header could not be read, such as <c>IPv4</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Why it could not be read.</summary>
    public required TruncationReason Reason { get; init; }

    /// <summary>Bytes that were there for it.</summary>
    public required int Available { get; init; }

    /// <inheritdoc/>
    public override string Summary => Reason switch
    {
        TruncationReason.Malformed => $"malformed {Protocol} ({Available} bytes)",
        TruncationReason.TooDeep => $"{Protocol} nested too deep",
        _ => $"truncated {Protocol} ({Available} bytes)",
    };
}
