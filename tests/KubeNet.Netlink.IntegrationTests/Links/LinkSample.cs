using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.IntegrationTests.Links;

/// <summary>A link as we state it and as <c>ip link add</c> does.</summary>
/// <param name="Ip">What follows the name in the command; the parent is called parent0.</param>
/// <param name="Make">The link on a parent of the index.</param>
public sealed record LinkSample(string Ip, Func<int, Link> Make)
{
    /// <summary>Whether its other end is a link of its own.</summary>
    public bool IsPair => Ip.Contains("type veth", StringComparison.Ordinal);
}
