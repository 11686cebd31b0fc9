using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>Answers a request as a kernel would.</summary>
/// <param name="request">The request. It must not be kept.</param>
/// <param name="reply">Takes the answer. If it takes none, the request is acknowledged as wanted, a dump is empty.</param>
public delegate void NetlinkRequestHandler(in NetlinkMessage request, InMemoryReply reply);
