namespace KubeNet.Netlink.Links;

public sealed partial class LinkOperations
{
    /// <summary>
    /// The bridge tells of its ports in the same group and under the same types (family <c>AF_BRIDGE</c>): a port that leaves its
    /// bridge comes as a deletion.
    /// </summary>
    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload is [0, ..];

    /// <summary>Counters, among them those within the address families, are no change; nor is why a notification was sent.</summary>
    internal override bool Differs(Link previous, Link current) =>
        previous != current with
        {
            Statistics = previous.Statistics,
            AddressFamilies = previous.AddressFamilies,
            UnknownAttributes = previous.UnknownAttributes,
            ChangedFlags = previous.ChangedFlags,
            Event = previous.Event,
        };
}
