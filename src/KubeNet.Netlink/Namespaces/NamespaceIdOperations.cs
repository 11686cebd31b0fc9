using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.net_namespace;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Namespaces;

/// <summary>
/// The numbers by which one network namespace knows others: <c>IFLA_LINK_NETNSID</c> of a veth whose peer is elsewhere,
/// for example. Each namespace numbers the others for itself.
/// </summary>
/// <param name="connection">A route connection to the namespace that knows the others; it stays the caller's.</param>
public sealed class NamespaceIdOperations(NetlinkConnection connection)
{
    private const string Operation = "give an id to a network namespace";

    /// <summary>The id of another namespace: <c>ip netns list-id</c> (<c>RTM_GETNSID</c>).</summary>
    /// <param name="other">The namespace to look up.</param>
    /// <returns>Its id, 0 or more; <see langword="null"/> if it has none here.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public int? Get(NetworkNamespace other)
    {
        NamespaceIdMessage? answer = connection.Get<NamespaceIdMessage, NamespaceIdMessage>(
            RTM_GETNSID, NetlinkMessageFlags.None, MessageOf(other, id: null), "look up the id of a network namespace");
        GC.KeepAlive(other);
        return answer?.Id is { } id and not NETNSA_NSID_NOT_ASSIGNED ? id : null;
    }

    /// <summary>Gives another namespace an id: <c>ip netns set NAME ID</c> (<c>RTM_NEWNSID</c>). An id is kept for good.</summary>
    /// <param name="other">The namespace to number.</param>
    /// <param name="id">0 or more; <see langword="null"/> to let the kernel choose, or to keep the id that it has.</param>
    /// <returns>The id that it now has.</returns>
    /// <exception cref="NetlinkException">It has another id, or the id is taken (<c>EEXIST</c>, <c>ENOSPC</c>).</exception>
    public int Assign(NetworkNamespace other, int? id = null)
    {
        if (id is { } chosen)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(chosen, nameof(id));
            connection.Execute(RTM_NEWNSID, NetlinkMessageFlags.None, MessageOf(other, chosen), Operation);
            GC.KeepAlive(other);
            return chosen;
        }

        NamespaceIdMessage any = MessageOf(other, NETNSA_NSID_NOT_ASSIGNED);
        if (connection.TryExecute(RTM_NEWNSID, NetlinkMessageFlags.None, any, Operation) is { Error: not LinuxError.EEXIST } error)
            throw new NetlinkException(Operation, other.Description, error);
        return Get(other) ?? throw new NetlinkException($"The kernel gave {other.Description} no id.");
    }

    private static NamespaceIdMessage MessageOf(NetworkNamespace other, int? id)
    {
        ArgumentNullException.ThrowIfNull(other);
        ObjectDisposedException.ThrowIf(other.Handle.IsClosed, other);
        return new NamespaceIdMessage { Id = id, Descriptor = (uint)other.Handle.DangerousGetHandle() };
    }
}
