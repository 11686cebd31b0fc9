using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>What is needed to name the attributes of a request: where they begin, and their table.</summary>
internal readonly record struct NetlinkRequestNames(int HeaderLength, NetlinkAttributeTable? Attributes);
