using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Routes;

public sealed partial class RouteOperations
{
    private static readonly uint[] s_unsettling = [RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR];

    /// <summary>Offset of <c>ifi_flags</c> in <c>struct ifinfomsg</c>.</summary>
    private const int FlagsOffset = 8;

    private const uint IFF_UP = 1;

    internal override ReadOnlySpan<uint> UnsettlingGroups => s_unsettling;

    internal override bool TryReadKey(in NetlinkMessage message, RouteFilter filter, out RouteKey key)
    {
        if (filter.OutputInterface is not null)
        {
            // One of several ways may lead over it, which the view does not take apart.
            return base.TryReadKey(message, filter, out key);
        }

        var view = new RouteView(message);
        key = view.Key;
        return view.Family is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && (filter.Family is not { } family || view.Family == family)
            && (filter.Table is not { } table || view.Table == table)
            && (filter.Protocol is not { } protocol || view.Protocol == protocol)
            && (filter.Type is not { } type || view.Type == type);
    }

    /// <summary>
    /// IPv4 routes go without a word when their link goes down or away, or the address that they prefer as source
    /// (<c>fib_sync_down_dev</c>, <c>fib_sync_down_addr</c>).
    /// </summary>
    internal override bool Unsettles(in NetlinkMessage message) => message.Header.Type switch
    {
        RTM_DELLINK or RTM_DELADDR => true,
        RTM_NEWLINK => message.Payload.Length >= FlagsOffset + sizeof(uint)
            && (MemoryMarshal.Read<uint>(message.Payload[FlagsOffset..]) & IFF_UP) == 0,
        _ => false,
    };
}
