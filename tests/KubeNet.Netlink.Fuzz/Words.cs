namespace KubeNet.Netlink.Fuzz;

/// <summary>Text that decides how other bytes are read: kinds of links and metrics of routes.</summary>
internal static class Words
{
    public static string[] All { get; } =
    [
        "vxlan", "bridge", "veth", "vlan", "macvlan", "macvtap", "ipvlan", "ipip", "gre", "gretap", "ip6tnl", "ip6gre", "sit", "geneve",
        "dummy", "ifb", "vrf", "bond", "tun", "xfrm", "netkit", "wireguard", "cubic", "eth0", string.Empty,
    ];
}
