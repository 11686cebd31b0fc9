using KubeNet.Netlink;

namespace KubeNet.Testing.Hosts;

/// <summary>What an end of a link is given.</summary>
public sealed record LinkSettings
{
    /// <summary>The settings used where none are given: no addresses.</summary>
    public static LinkSettings Default { get; } = new();

    /// <summary>Largest packet in bytes; that of the switch, or else the kernel's 1500, if <see langword="null"/>.</summary>
    public int? Mtu { get; init; }

    /// <summary>Its addresses, usable at once: IPv6 ones are not looked for on the link first.</summary>
    public NetlinkList<InterfaceAddress> Addresses { get; init; } = NetlinkList<InterfaceAddress>.Empty;

    /// <summary>Its MAC address; chosen by the kernel if <see langword="null"/>.</summary>
    public MacAddress? MacAddress { get; init; }
}
