using System.Globalization;
using System.Net.Sockets;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace ClusterLab.Machine;

/// <summary>What the lab needs of the machine. It is looked at first, so that a lack is named instead of met half-way.</summary>
internal static class Requirements
{
    private const string Remedy = "Or run it in a user-mode kernel that has everything: eng/lab.sh -- ./demo.sh";

    /// <summary>Looks at this machine.</summary>
    /// <exception cref="LabException">Something is missing; the message names it and the remedy.</exception>
    public static void Check(LabOptions options)
    {
        CheckPrivilege(Environment.IsPrivilegedProcess);
        if (options.UsesIPv6)
            CheckIPv6(Directory.Exists("/proc/sys/net/ipv6"));

        foreach (AddressFamily family in options.Families)
        {
            string key = $"net.{(family == AddressFamily.InterNetworkV6 ? "ipv6" : "ipv4")}.neigh.default.gc_thresh3";
            string path = $"/proc/sys/{key.Replace('.', '/')}";

            // A container does not see the limit, which holds for it all the same.
            if (File.Exists(path))
                CheckNeighbors(options, key, int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));
        }

        using NetworkNamespace scratch = NetworkNamespace.CreateUnnamed();
        using RouteNetlink netlink = scratch.Connect();
        CheckLinks(netlink, options.Network);
    }

    internal static void CheckPrivilege(bool isPrivileged)
    {
        if (!isPrivileged)
            throw new LabException("needs root: it makes network namespaces. Try: sudo ./demo.sh");
    }

    internal static void CheckIPv6(bool exists)
    {
        if (!exists)
            throw new LabException("this kernel has no IPv6 (CONFIG_IPV6, or ipv6.disable=1 on its command line). Run without --ipv6 and --dual-stack.");
    }

    /// <summary>
    /// The kernel has one table of neighbours for all namespaces, and drops packets when it is full. Each pod gets to know the others of its
    /// node and its gateway, the node its pods, and each node the other nodes.
    /// </summary>
    internal static void CheckNeighbors(LabOptions options, string key, int limit)
    {
        int needed = (options.Nodes * options.Pods * (options.Pods + 1)) + (options.Nodes * (options.Nodes - 1));

        // A quarter is for the rest of the machine.
        int enough = needed + (needed / 3);
        if (enough > limit)
        {
            throw new LabException(
                $"{options.Nodes} nodes of {options.Pods} pods get to know {needed} neighbours, and this kernel keeps {limit} in all its namespaces ({key}). "
                + $"Choose fewer, or raise it: sysctl -w {key}={enough}");
        }
    }

    /// <summary>Makes a link of each kind that the network is built of.</summary>
    internal static void CheckLinks(RouteNetlink netlink, LabNetwork network)
    {
        CheckLink(netlink, "CONFIG_VETH", new VethLink());
        CheckLink(netlink, "CONFIG_BRIDGE", new BridgeLink());
        if (network == LabNetwork.Vxlan)
            CheckLink(netlink, "CONFIG_VXLAN", new VxlanLink { Vni = ClusterNames.Vni, Port = ClusterNames.VxlanPort });
    }

    private static void CheckLink(RouteNetlink netlink, string option, LinkKind kind)
    {
        try
        {
            netlink.Links.Add(new Link { Name = $"{kind.Name}-try", Kind = kind });
        }
        catch (NetlinkException exception) when (exception.Error is LinuxError.EOPNOTSUPP)
        {
            // Of a kind that it knows not even as a module, the kernel says no more than this.
            throw new LabException(
                $"this kernel has no {kind.Name} links ({option}). Load the module: modprobe {kind.Name} (in Debian's linux-image package; not in its -cloud kernels). {Remedy}");
        }
    }
}
