using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>Checksums, and extensions of the header. All of them are for life.</content>
public sealed partial record VxlanLink
{
    /// <summary>Whether outer IPv4 packets have a UDP checksum: <c>udpcsum</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_UDP_CSUM)]
    public bool? UdpChecksum { get; init; }

    /// <summary>Whether outer IPv6 packets are sent without a UDP checksum: <c>udp6zerocsumtx</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_UDP_ZERO_CSUM6_TX)]
    public bool? UdpZeroChecksum6Transmit { get; init; }

    /// <summary>Whether outer IPv6 packets without a UDP checksum are taken: <c>udp6zerocsumrx</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_UDP_ZERO_CSUM6_RX)]
    public bool? UdpZeroChecksum6Receive { get; init; }

    /// <summary>Whether the inner checksum is left to the other end: <c>remcsumtx</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_REMCSUM_TX)]
    public bool? RemoteChecksumTransmit { get; init; }

    /// <summary>Whether inner checksums that were left to us are filled in: <c>remcsumrx</c>.</summary>
    public bool? RemoteChecksumReceive
    {
        get => RemoteChecksumReceiveByte?.IsSet;
        init => RemoteChecksumReceiveByte = value is { } isSet ? new ByteWrittenWhenSet(isSet) : null;
    }

    /// <summary>Whether such a checksum is written out in full (<c>IFLA_VXLAN_REMCSUM_NOPARTIAL</c>).</summary>
    [NetlinkAttribute(IFLA_VXLAN_REMCSUM_NOPARTIAL, Form = AttributeForm.Flag)]
    public bool? RemoteChecksumNoPartial { get; init; }

    /// <summary>Group policy extension: <c>gbp</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_GBP, Form = AttributeForm.Flag)]
    public bool? GroupPolicy { get; init; }

    /// <summary>Generic protocol extension: <c>gpe</c>.</summary>
    [NetlinkAttribute(IFLA_VXLAN_GPE, Form = AttributeForm.Flag)]
    public bool? GenericProtocol { get; init; }

    /// <summary>Bits of the 8-byte header that may be set in what arrives, as they stand there: <c>reserved_bits</c>. Since Linux 6.14.</summary>
    [NetlinkAttribute(IFLA_VXLAN_RESERVED_BITS)]
    public NetlinkList<byte>? ReservedBits { get; init; }

    /// <summary>Its presence, even as 0, claims header bits that another extension or <see cref="ReservedBits"/> may have.</summary>
    [NetlinkAttribute(IFLA_VXLAN_REMCSUM_RX, PathName = nameof(RemoteChecksumReceive))]
    internal ByteWrittenWhenSet? RemoteChecksumReceiveByte { get; init; }

    private LinkConflict? FindExtensionConflict(VxlanLink other) =>
        FixedFlag(nameof(UdpChecksum), UdpChecksum, other.UdpChecksum)
            ?? FixedFlag(nameof(UdpZeroChecksum6Transmit), UdpZeroChecksum6Transmit, other.UdpZeroChecksum6Transmit)
            ?? FixedFlag(nameof(UdpZeroChecksum6Receive), UdpZeroChecksum6Receive, other.UdpZeroChecksum6Receive)
            ?? FixedFlag(nameof(RemoteChecksumTransmit), RemoteChecksumTransmit, other.RemoteChecksumTransmit)
            ?? FixedFlag(nameof(RemoteChecksumReceive), RemoteChecksumReceive, other.RemoteChecksumReceive)
            ?? FixedFlag(nameof(RemoteChecksumNoPartial), RemoteChecksumNoPartial, other.RemoteChecksumNoPartial)
            ?? FixedFlag(nameof(GroupPolicy), GroupPolicy, other.GroupPolicy)
            ?? FixedFlag(nameof(GenericProtocol), GenericProtocol, other.GenericProtocol)
            ?? (ReservedBits is { } wanted && !wanted.Equals(other.ReservedBits)
                ? new LinkConflict(nameof(ReservedBits), wanted.ToString(), other.ReservedBits?.ToString())
                : null);
}
