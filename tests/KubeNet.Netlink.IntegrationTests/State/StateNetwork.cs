using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.State;
using KubeNet.Netlink.Transport;
using KubeNet.Tests.Shared;
using Tmds.Linux;

namespace KubeNet.Netlink.IntegrationTests.State;

/// <summary>A network namespace with one link <c>eth0</c> (192.0.2.1/24, 2001:db8::1/64), and the owner whose states are applied there.</summary>
internal sealed class StateNetwork : IDisposable
{
    /// <summary>Links, neighbours, IPv4 and IPv6 addresses and routes (<c>RTNLGRP_*</c>).</summary>
    private static readonly uint[] s_groups = [1, 3, 5, 7, 9, 11];

    private readonly NetworkNamespace _namespace = NetworkNamespace.CreateUnnamed();

    public StateNetwork()
    {
        _namespace.Sysctl.Set("net.ipv6.conf.default.addr_gen_mode", "1");
        _namespace.Sysctl.Set("net.ipv6.conf.default.accept_dad", "0");
        Run("ip", "link add eth0 type veth peer name eth1");
        Run("ip", "link set dev eth1 up");
        Run("ip", "link set dev eth0 up");
        Run("ip", "address add 192.0.2.1/24 dev eth0");
        Run("ip", "address add 2001:db8::1/64 dev eth0 nodad");
        Netlink = _namespace.Connect();
        Reconciler = new NetworkReconciler(Netlink);
    }

    public static StateOwner Owner { get; } = new("test", 201);

    public RouteNetlink Netlink { get; }

    public NetworkReconciler Reconciler { get; }

    /// <summary>Runs a program inside and gives what it wrote.</summary>
    public string Run(string program, string arguments) => _namespace.Run(program, arguments);

    /// <summary>All that a state may concern, as <c>ip</c> and <c>bridge</c> show it, without counters and times.</summary>
    public string Show() => string.Join('\n', new[]
    {
        Run("ip", "-o -d link show"),
        Run("ip", "-o address show"),
        Run("ip", "route show table all"),
        Run("ip", "-6 route show table all"),
        Run("ip", "neigh show nud permanent"),
        Run("bridge", "fdb show"),
    });

    /// <summary>How many notifications a piece of work causes. The kernel sends them before it acknowledges.</summary>
    public int CountNotifications(Action work)
    {
        using NetlinkSocket socket = NetlinkSocket.FromDescriptor(
            _namespace.CreateRawSocket(LibC.AF_NETLINK, LibC.SOCK_RAW | LibC.SOCK_CLOEXEC, 0), options: null);
        foreach (uint group in s_groups)
        {
            socket.JoinGroup(group);
        }

        work();
        byte[] buffer = new byte[64 * 1024];
        int count = 0;
        for (int length; (length = socket.Receive(buffer, TimeSpan.Zero)) > 0;)
        {
            var reader = new NetlinkMessageReader(buffer.AsSpan(0, length));
            while (reader.TryRead(out _))
            {
                count++;
            }
        }

        return count;
    }

    public void Dispose()
    {
        Netlink.Dispose();
        _namespace.Dispose();
    }
}
