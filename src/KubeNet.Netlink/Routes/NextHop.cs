using System.Globalization;
using System.Net;
using System.Text;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

/// <summary>One of several ways that a route has (<c>struct rtnexthop</c>): <c>nexthop via … dev … weight …</c>.</summary>
[NetlinkRecord(HeaderSize = 8)]
public sealed partial record NextHop
{
    private const NextHopFlags Settable = NextHopFlags.OnLink | NextHopFlags.Pervasive;

    private readonly byte _hops;

    /// <summary>The link's index (<c>rtnh_ifindex</c>, <c>dev</c>); 0 in a request has the kernel find the gateway's link.</summary>
    [NetlinkHeader(4)]
    public int InterfaceIndex { get; init; }

    /// <summary>The gateway (<c>RTA_GATEWAY</c>, <c>via</c>); null is a way over the link alone.</summary>
    [NetlinkAttribute(RTA_GATEWAY)]
    public IPAddress? Gateway { get; init; }

    /// <summary>A gateway of another family than the route (<c>RTA_VIA</c>, <c>via inet6</c>).</summary>
    [NetlinkAttribute(RTA_VIA)]
    public RouteVia? Via { get; init; }

    /// <summary>How much of the traffic goes this way, beside the weights of the others: 1 to 256 (<c>rtnh_hops</c> + 1, <c>weight</c>).</summary>
    public int Weight
    {
        get => _hops + 1;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Weight));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 256, nameof(Weight));
            _hops = (byte)(value - 1);
        }
    }

    /// <summary>States and wishes (<c>rtnh_flags</c>).</summary>
    public NextHopFlags Flags { get; init; }

    /// <summary>Whether the gateway is on the link though no prefix says so (<c>RTNH_F_ONLINK</c>, <c>onlink</c>).</summary>
    public bool IsOnLink
    {
        get => (Flags & NextHopFlags.OnLink) != 0;
        init => Flags = value ? Flags | NextHopFlags.OnLink : Flags & ~NextHopFlags.OnLink;
    }

    /// <summary>Traffic classes of source and destination, IPv4 (<c>RTA_FLOW</c>, <c>realms</c>): the source in the upper 16 bits.</summary>
    [NetlinkAttribute(RTA_FLOW)]
    public uint? Realms { get; init; }

    /// <summary>What the packets are wrapped in (<c>RTA_ENCAP_TYPE</c>, <c>encap</c>).</summary>
    [NetlinkAttribute(RTA_ENCAP_TYPE)]
    public EncapsulationType? EncapsulationType { get; init; }

    /// <summary>The parameters of the encapsulation (<c>RTA_ENCAP</c>).</summary>
    [NetlinkAttribute(RTA_ENCAP)]
    public RouteEncapsulation? Encapsulation { get; init; }

    [NetlinkHeader(2)]
    private byte FlagBits
    {
        get => (byte)(Flags & Settable);
        init => Flags = (NextHopFlags)value;
    }

    [NetlinkHeader(3)]
    private byte Hops
    {
        get => _hops;
        init => _hops = value;
    }

    /// <summary>The next hop as <c>ip route</c> would be told of it: <c>via 10.0.0.1 dev 3 weight 2</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("nexthop");
        if (Gateway is not null || Via is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" via {Gateway}{Via}");
        }

        if (InterfaceIndex != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" dev {InterfaceIndex}");
        }

        return text.Append(CultureInfo.InvariantCulture, $" weight {Weight}{(IsOnLink ? " onlink" : null)}").ToString();
    }
}
