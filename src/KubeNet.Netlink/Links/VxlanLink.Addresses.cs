using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <content>Outer addresses, which have one attribute for each family.</content>
public sealed partial record VxlanLink
{
    /// <summary>Where packets for unknown MAC addresses go, a multicast group or one host: <c>group</c>, <c>remote</c>. The family is for life.</summary>
    public IPAddress? Remote
    {
        get => Remote4 ?? Remote6;
        init => (Remote4, Remote6) = Split(value);
    }

    /// <summary>The source of outer packets: <c>local</c>. The family is for life.</summary>
    public IPAddress? Local
    {
        get => Local4 ?? Local6;
        init => (Local4, Local6) = Split(value);
    }

    [NetlinkAttribute(IFLA_VXLAN_GROUP, PathName = nameof(Remote))]
    internal IPAddress? Remote4 { get; init; }

    [NetlinkAttribute(IFLA_VXLAN_GROUP6, PathName = nameof(Remote))]
    internal IPAddress? Remote6 { get; init; }

    [NetlinkAttribute(IFLA_VXLAN_LOCAL, PathName = nameof(Local))]
    internal IPAddress? Local4 { get; init; }

    [NetlinkAttribute(IFLA_VXLAN_LOCAL6, PathName = nameof(Local))]
    internal IPAddress? Local6 { get; init; }

    private static (IPAddress? V4, IPAddress? V6) Split(IPAddress? address) => address?.AddressFamily switch
    {
        null => (null, null),
        AddressFamily.InterNetwork => (address, null),
        _ => (null, address),
    };

    private LinkConflict? FindAddressConflict(VxlanLink other) =>
        Family(nameof(Remote), Remote, other.Remote) ?? Family(nameof(Local), Local, other.Local);

    private static LinkConflict? Family(string property, IPAddress? wanted, IPAddress? actual) =>
        wanted is not null && actual is not null && wanted.AddressFamily != actual.AddressFamily
            ? new LinkConflict(property, wanted.ToString(), actual.ToString())
            : null;
}
