using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink;

/// <summary>
/// The kernel's network configuration (<c>NETLINK_ROUTE</c>) of one network namespace: what <c>ip</c> and <c>bridge</c> show
/// and change. It speaks to the namespace in which it was made for life, from whatever thread it is used; threads wait for
/// one another.
/// </summary>
public sealed class RouteNetlink : IDisposable, IAsyncDisposable
{
    /// <summary>Works over a connection, which it then owns: one to a stand-in for the kernel, in tests.</summary>
    public RouteNetlink(NetlinkConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Connection = connection;
        Links = new LinkOperations(connection);
        Addresses = new AddressOperations(connection);
        Routes = new RouteOperations(connection);
        Neighbors = new NeighborOperations(connection);
        Fdb = new FdbOperations(connection);
    }

    /// <summary>Network interfaces: <c>ip link</c>.</summary>
    public LinkOperations Links { get; }

    /// <summary>Addresses of interfaces: <c>ip address</c>.</summary>
    public AddressOperations Addresses { get; }

    /// <summary>Routes: <c>ip route</c>.</summary>
    public RouteOperations Routes { get; }

    /// <summary>ARP and neighbour discovery tables: <c>ip neigh</c>.</summary>
    public NeighborOperations Neighbors { get; }

    /// <summary>Forwarding databases of bridges and VXLAN devices: <c>bridge fdb</c>.</summary>
    public FdbOperations Fdb { get; }

    /// <summary>The conversation with the kernel, for what has no operation here.</summary>
    public NetlinkConnection Connection { get; }

    /// <summary>Connects to the network namespace of the calling thread, which is that of the program.</summary>
    /// <exception cref="NetlinkException">A limit of descriptors is reached.</exception>
    public static RouteNetlink Connect(NetlinkOptions? options = null) => new(NetlinkConnection.Open(NETLINK_ROUTE, options));

    /// <summary>Connects to a network namespace.</summary>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered (CAP_SYS_ADMIN).</exception>
    public static RouteNetlink Connect(NetworkNamespace networkNamespace, NetlinkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(networkNamespace);
        return new RouteNetlink(networkNamespace.OpenConnection(NETLINK_ROUTE, options));
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Connection.Dispose();

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
