using System.Net.Sockets;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

public sealed partial class RouteOperations
{
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
}
