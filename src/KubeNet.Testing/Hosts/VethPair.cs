using KubeNet.Netlink.Links;

namespace KubeNet.Testing.Hosts;

/// <summary>A cable between two members.</summary>
internal static class VethPair
{
    /// <summary>Makes a pair whose ends are born where they belong, and waits until both carry packets.</summary>
    /// <returns>Both ends as the kernel reports them.</returns>
    public static (Link Near, Link Far) Create(VirtualNode near, Link nearLink, VirtualNode far, Link farLink)
    {
        // The kernel would bring the peer up before it has this end, and fail.
        near.Netlink.Links.Add(nearLink with { IsUp = true, Kind = new VethLink { Peer = farLink with { Namespace = far.Namespace } } });
        far.Netlink.Links.SetUp(farLink.Name!);
        return (LinkCarrier.WaitFor(near, nearLink.Name!), LinkCarrier.WaitFor(far, farLink.Name!));
    }
}
