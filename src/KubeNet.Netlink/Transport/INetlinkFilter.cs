using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// Which objects of a table are wanted. As a message's body it tells the kernel, as far as the kernel can filter; the rest is
/// sorted out here.
/// </summary>
/// <typeparam name="T">The objects.</typeparam>
public interface INetlinkFilter<in T> : INetlinkBody
{
    /// <summary>Whether an object is wanted.</summary>
    bool Matches(T item);
}
