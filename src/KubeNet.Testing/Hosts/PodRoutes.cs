using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Netlink.Routes;

namespace KubeNet.Testing.Hosts;

/// <summary>The routes of a pod and to it.</summary>
internal static class PodRoutes
{
    /// <summary>Sends the pod's packets to its gateways, which need be on no prefix of the pod's.</summary>
    public static void AddDefault(Pod pod, int interfaceIndex, IReadOnlyList<IPAddress> gateways)
    {
        foreach (IPAddress gateway in gateways)
            pod.Netlink.Routes.Add(new Route { Gateway = gateway, OutputInterface = interfaceIndex, IsOnLink = gateway.AddressFamily == AddressFamily.InterNetwork });
    }

    /// <summary>Sends what is for the pod over its link.</summary>
    public static void AddToPod(VirtualHost host, int interfaceIndex, NetlinkList<InterfaceAddress> addresses)
    {
        foreach (InterfaceAddress address in addresses)
            host.Netlink.Routes.Add(new Route { Destination = address.Network, OutputInterface = interfaceIndex });
    }
}
