using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>Takes the messages of a dump, one by one, without a copy.</summary>
public interface INetlinkVisitor
{
    /// <summary>The dump begins, or begins anew because the table changed meanwhile: forget what came before.</summary>
    void Begin();

    /// <summary>A message of the dump. It must not be kept, nor may the connection be used for other requests from here.</summary>
    /// <returns>False to have no more of them.</returns>
    bool Visit(in NetlinkMessage message);
}
