using System.Globalization;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using KubeNet.Tests.Shared;
using Tmds.Linux;

namespace KubeNet.Netlink.IntegrationTests.Neighbors;

/// <summary>
/// A network namespace with a bridge <c>br0</c>, a veth pair <c>p0</c> and <c>p1</c> of which <c>p0</c> is a port, and a VXLAN
/// device each for one and for any VNI. IPv6 does not configure itself, so that what the tests make is all there is.
/// </summary>
internal sealed class TestNetwork : IDisposable
{
    private const uint NeighborGroup = 3;

    private readonly NetworkNamespace _namespace = NetworkNamespace.CreateUnnamed();

    public TestNetwork()
    {
        _namespace.Sysctl.Set("net.ipv6.conf.default.addr_gen_mode", "1");

        // A bridge that knows VLANs makes each entry for its default VLAN too, unless it has none.
        Run("ip", "link add br0 type bridge vlan_default_pvid 0");
        Run("ip", "link add p0 type veth peer name p1");
        Run("ip", "link set dev p0 master br0");
        Run("ip", "link add vx type vxlan id 10 dstport 4789 dev p1");
        Run("ip", "link add vxe type vxlan external dstport 4790");
        foreach (string device in new[] { "br0", "p0", "p1", "vx", "vxe" })
        {
            Run("ip", $"link set dev {device} up");
        }

        Run("ip", "address add 10.0.0.1/8 dev p1");

        Connection = new NetlinkConnection(OpenSocket());
        Neighbors = new NeighborOperations(Connection);
        Fdb = new FdbOperations(Connection);
        Bridge = IndexOf("br0");
        Port = IndexOf("p0");
        Peer = IndexOf("p1");
        Vxlan = IndexOf("vx");
        ExternalVxlan = IndexOf("vxe");
    }

    public NetlinkConnection Connection { get; }

    public NeighborOperations Neighbors { get; }

    public FdbOperations Fdb { get; }

    public int Bridge { get; }

    public int Port { get; }

    public int Peer { get; }

    public int Vxlan { get; }

    public int ExternalVxlan { get; }

    public int IndexOf(string device) => int.Parse(Run("ip", $"-o link show dev {device}").Split(':')[0], CultureInfo.InvariantCulture);

    /// <summary>Runs a program inside and gives what it wrote.</summary>
    public string Run(string program, string arguments) => _namespace.Run(program, arguments);

    /// <summary>How many notifications of an object a piece of work causes. The kernel sends them before it acknowledges.</summary>
    public int CountNotifications<T, TKey>(TKey key, Action work)
        where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
        where TKey : struct, IEquatable<TKey>
    {
        using NetlinkSocket socket = OpenSocket();
        socket.JoinGroup(NeighborGroup);
        work();
        byte[] buffer = new byte[32 * 1024];
        int count = 0;
        for (int length; (length = socket.Receive(buffer, TimeSpan.Zero)) > 0;)
        {
            var reader = new NetlinkMessageReader(buffer.AsSpan(0, length));
            while (reader.TryRead(out NetlinkMessage message))
            {
                count += T.Read(message.Payload).Key.Equals(key) ? 1 : 0;
            }
        }

        return count;
    }

    public void Dispose()
    {
        Connection.Dispose();
        _namespace.Dispose();
    }

    private NetlinkSocket OpenSocket() => NetlinkSocket.FromDescriptor(
        _namespace.CreateRawSocket(LibC.AF_NETLINK, LibC.SOCK_RAW | LibC.SOCK_CLOEXEC, 0), options: null, SocketNamespace.OpenAnother);
}
