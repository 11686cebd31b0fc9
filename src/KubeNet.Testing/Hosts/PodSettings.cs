using System.Net;
using KubeNet.Netlink;

namespace KubeNet.Testing.Hosts;

/// <summary>What a pod is given.</summary>
public sealed record PodSettings
{
    /// <summary>Its addresses. A <see cref="PodAttachment.Routed"/> pod has each alone, as /32 or /128, whatever the length of the prefix.</summary>
    public NetlinkList<InterfaceAddress> Addresses { get; init; } = NetlinkList<InterfaceAddress>.Empty;

    /// <summary>How it hangs on the host.</summary>
    public PodAttachment Attachment { get; init; } = PodAttachment.Bridge;

    /// <summary>
    /// The gateway of each address family, which the host's bridge gets as an address; the first address of the pod's prefix where
    /// none is stated. Not for <see cref="PodAttachment.Routed"/>: there it is 169.254.1.1 and fe80::1.
    /// </summary>
    public NetlinkList<IPAddress> Gateways { get; init; } = NetlinkList<IPAddress>.Empty;

    /// <summary>Largest packet in bytes, of both ends of its link; the kernel's 1500 if <see langword="null"/>.</summary>
    public int? Mtu { get; init; }

    /// <summary>MAC address of the pod's end; chosen by the kernel if <see langword="null"/>.</summary>
    public MacAddress? MacAddress { get; init; }
}
