using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <content>How an address lies in a message, where that is not how one thinks of it.</content>
public sealed partial record Address
{
    private const uint Forever = uint.MaxValue;

    // linux/socket.h: AF_INET, AF_INET6. The numbers of System.Net are others.
    private const byte KernelIPv4 = 2;
    private const byte KernelIPv6 = 10;

    internal const AddressFlags Settable = AddressFlags.NoDuplicateDetection | AddressFlags.Optimistic | AddressFlags.Home
        | AddressFlags.ManageTemporary | AddressFlags.NoPrefixRoute | AddressFlags.MulticastAutoJoin;

    private readonly IPAddress? _local;
    private readonly byte _prefixLength;

    [NetlinkHeader(0)]
    private byte FamilyNumber
    {
        get => Family == AddressFamily.InterNetwork ? KernelIPv4 : KernelIPv6;
        init => _ = value;
    }

    [NetlinkHeader(1)]
    private byte PrefixLength
    {
        get => _prefixLength;
        init => _prefixLength = value;
    }

    [NetlinkHeader(2)]
    private byte LowFlags
    {
        get => (byte)(Flags.GetValueOrDefault() & Settable);
        init => Flags = (AddressFlags)value;
    }

    [NetlinkHeader(3)]
    private byte ScopeNumber
    {
        get => (byte)(Scope ?? (IPAddress.IsLoopback(Local.Address) ? AddressScope.Host : AddressScope.Universe));
        init => Scope = (AddressScope)value;
    }

    // An IPv4 address is always in IFA_LOCAL, and again in IFA_ADDRESS unless a peer stands there; an IPv6 address is in
    // IFA_ADDRESS, and only with a peer in IFA_LOCAL. It must be read before IFA_ADDRESS, so it is declared before.
    [NetlinkAttribute(IFA_LOCAL, PathName = nameof(Local))]
    private IPAddress? LocalAddress
    {
        get => Peer is not null || _local?.AddressFamily == AddressFamily.InterNetwork ? _local : null;
        init => _local = value;
    }

    [NetlinkAttribute(IFA_ADDRESS, PathName = "")]
    private IPAddress? PrefixAddress
    {
        get => Peer ?? _local;
        init
        {
            if (_local is null)
            {
                _local = value;
            }
            else if (value is not null && !value.Equals(_local))
            {
                Peer = value;
            }
        }
    }

    [NetlinkAttribute(IFA_FLAGS, PathName = nameof(Flags))]
    private uint? AllFlags
    {
        get => Flags is { } flags && (flags & Settable) > (AddressFlags)byte.MaxValue ? (uint)(flags & Settable) : null;
        init => Flags = value is { } flags ? (AddressFlags)flags : Flags;
    }

    [NetlinkAttribute(IFA_CACHEINFO, PathName = nameof(ValidLifetime))]
    private ifa_cacheinfo? Lifetimes
    {
        get => PreferredLifetime is null && ValidLifetime is null && Created is null
            ? null
            : new ifa_cacheinfo { ifa_prefered = ToSeconds(PreferredLifetime ?? ValidLifetime), ifa_valid = ToSeconds(ValidLifetime) };
        init
        {
            if (value is { } info)
            {
                PreferredLifetime = FromSeconds(info.ifa_prefered);
                ValidLifetime = FromSeconds(info.ifa_valid);
                Created = FromHundredths(info.cstamp);
                Updated = FromHundredths(info.tstamp);
            }
        }
    }

    private static uint ToSeconds(TimeSpan? time) =>
        time is { } span ? (uint)Math.Clamp(Math.Ceiling(span.TotalSeconds), 0, Forever) : Forever;

    private static TimeSpan? FromSeconds(uint seconds) => seconds == Forever ? null : TimeSpan.FromSeconds(seconds);

    private static TimeSpan FromHundredths(uint count) => TimeSpan.FromMilliseconds(count * 10L);

    private static int BitsOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static IPAddress WithoutZone(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes()) : address;
}
