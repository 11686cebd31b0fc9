using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <summary>An address of a link (<c>RTM_NEWADDR</c>, <c>struct ifaddrmsg</c>): <c>ip address show</c>.</summary>
[NetlinkRecord(HeaderSize = 8)]
public sealed partial record Address : INetlinkObject<AddressKey>
{
    /// <summary>The link's index (<c>ifa_index</c>, <c>dev</c>).</summary>
    [NetlinkHeader(4)]
    public int InterfaceIndex { get; init; }

    /// <summary>
    /// The address and the length of its on-link prefix (<c>IFA_LOCAL</c>, <c>ifa_prefixlen</c>). With a <see cref="Peer"/> the
    /// length is that of the peer's prefix.
    /// </summary>
    public InterfaceAddress Local
    {
        get => _local is null ? default : new InterfaceAddress(_local, Math.Min(_prefixLength, BitsOf(_local)));
        init
        {
            _local = WithoutZone(value.Address);
            _prefixLength = (byte)value.PrefixLength;
        }
    }

    /// <summary>The address at the other end of a point-to-point link (<c>IFA_ADDRESS</c>, <c>peer</c>).</summary>
    public IPAddress? Peer { get; init; }

    /// <summary>The broadcast address, IPv4 (<c>IFA_BROADCAST</c>, <c>broadcast</c>); 0.0.0.0 states that there is none.</summary>
    [NetlinkAttribute(IFA_BROADCAST)]
    public IPAddress? Broadcast { get; init; }

    /// <summary>A name for the address, IPv4, 1 to 15 bytes (<c>IFA_LABEL</c>, <c>label</c>); the kernel takes the link's name if it is null.</summary>
    [NetlinkAttribute(IFA_LABEL)]
    public string? Label { get; init; }

    /// <summary>
    /// How far it is valid, IPv4 (<c>ifa_scope</c>, <c>scope</c>); null stands for the host if the address is a loopback one, and
    /// for everywhere else. The kernel knows the scope of an IPv6 address without being told.
    /// </summary>
    public AddressScope? Scope { get; init; }

    /// <summary>States and wishes (<c>IFA_FLAGS</c>). A request carries those that may be set.</summary>
    public AddressFlags? Flags { get; init; }

    /// <summary>
    /// For how long it is preferred for new connections (<c>preferred_lft</c>), in whole seconds; null is as long as it is valid.
    /// </summary>
    public TimeSpan? PreferredLifetime { get; init; }

    /// <summary>For how long it is valid (<c>valid_lft</c>), in whole seconds; null is forever. The kernel then takes it away.</summary>
    public TimeSpan? ValidLifetime { get; init; }

    /// <summary>Reported: when it was made, in time since the machine started, to a hundredth of a second.</summary>
    public TimeSpan? Created { get; init; }

    /// <summary>Reported: when it was last changed, in time since the machine started, to a hundredth of a second.</summary>
    public TimeSpan? Updated { get; init; }

    /// <summary>The metric of the route to the prefix (<c>IFA_RT_PRIORITY</c>, <c>metric</c>, since Linux 4.18).</summary>
    [NetlinkAttribute(IFA_RT_PRIORITY)]
    public uint? RouteMetric { get; init; }

    /// <summary>Who made it (<c>IFA_PROTO</c>, <c>proto</c>, since Linux 5.18).</summary>
    [NetlinkAttribute(IFA_PROTO)]
    public AddressProtocol? Protocol { get; init; }

    /// <summary>Reported: the namespace that was asked, if it was another (<c>IFA_TARGET_NETNSID</c>).</summary>
    [NetlinkAttribute(IFA_TARGET_NETNSID, ReadOnly = true)]
    public int? TargetNamespaceId { get; init; }

    /// <summary>IPv4 or IPv6, as the address is.</summary>
    public AddressFamily Family => Local.Address.AddressFamily;

    /// <inheritdoc/>
    public AddressKey Key => new(
        InterfaceIndex,
        Local.Address,
        Family == AddressFamily.InterNetwork ? new IPNetwork(Peer ?? Local.Address, Local.PrefixLength) : null);

    internal bool HasLocal => _local is not null;

    /// <summary>The address as <c>ip address</c> would be told of it: <c>10.0.0.5/24 dev 3</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Local.Address}{(Peer is null ? null : " peer ")}{Peer}/{Local.PrefixLength} dev {InterfaceIndex}");

    string? INetlinkBody.Describe() => ToString();
}
