using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Namespaces;

/// <content>Numbers of namespaces, as this namespace gives them; see <see cref="NamespaceIdOperations"/>.</content>
public sealed partial class NetworkNamespace
{
    /// <summary>The id that this namespace has given to another: <c>ip -n THIS netns list-id</c>.</summary>
    /// <returns>The id, 0 or more; <see langword="null"/> if it has given none.</returns>
    public int? GetId(NetworkNamespace other)
    {
        using NetlinkConnection connection = OpenConnection();
        return new NamespaceIdOperations(connection).Get(other);
    }

    /// <summary>Has this namespace give another an id: <c>ip -n THIS netns set OTHER ID</c>.</summary>
    /// <inheritdoc cref="NamespaceIdOperations.Assign"/>
    public int AssignId(NetworkNamespace other, int? id = null)
    {
        using NetlinkConnection connection = OpenConnection();
        return new NamespaceIdOperations(connection).Assign(other, id);
    }
}
