namespace KubeNet.Tunnels;

/// <summary>Headers that a tunnel puts around a packet, by the bytes that they take from the MTU.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Overhead">Bytes.</param>
public sealed record Encapsulation(string Name, int Overhead)
{
    /// <summary>VXLAN over IPv4 (RFC 7348): IPv4 20, UDP 8, VXLAN 8, inner Ethernet 14.</summary>
    public static Encapsulation VxlanOverIPv4 { get; } = new("VXLAN over IPv4", 50);

    /// <summary>VXLAN over IPv6: IPv6 40, UDP 8, VXLAN 8, inner Ethernet 14.</summary>
    public static Encapsulation VxlanOverIPv6 { get; } = new("VXLAN over IPv6", 70);

    /// <summary>GENEVE without options over IPv4 (RFC 8926): as VXLAN.</summary>
    public static Encapsulation GeneveOverIPv4 { get; } = new("GENEVE over IPv4", 50);

    /// <summary>GENEVE without options over IPv6.</summary>
    public static Encapsulation GeneveOverIPv6 { get; } = new("GENEVE over IPv6", 70);

    /// <summary>IPv4 in IPv4 (RFC 2003): 20.</summary>
    public static Encapsulation IPInIP { get; } = new("IP in IP", 20);

    /// <summary>IPv4 or IPv6 in IPv6 (RFC 2473), without the tunnel encapsulation limit: 40.</summary>
    public static Encapsulation IPInIPv6 { get; } = new("IP in IPv6", 40);

    /// <summary>GRE without key, checksum and sequence over IPv4 (RFC 2784): IPv4 20, GRE 4.</summary>
    public static Encapsulation GreOverIPv4 { get; } = new("GRE over IPv4", 24);

    /// <summary>GRE without key, checksum and sequence over IPv6: IPv6 40, GRE 4.</summary>
    public static Encapsulation GreOverIPv6 { get; } = new("GRE over IPv6", 44);

    /// <summary>WireGuard over IPv4: IPv4 20, UDP 8, header 16, tag 16.</summary>
    public static Encapsulation WireGuardOverIPv4 { get; } = new("WireGuard over IPv4", 60);

    /// <summary>WireGuard over IPv6: IPv6 40, UDP 8, header 16, tag 16.</summary>
    public static Encapsulation WireGuardOverIPv6 { get; } = new("WireGuard over IPv6", 80);

    /// <summary>A VLAN tag (IEEE 802.1Q) inside a tunnel that carries Ethernet: 4.</summary>
    public static Encapsulation VlanTag { get; } = new("a VLAN tag", 4);

    /// <summary>The name and the bytes.</summary>
    public override string ToString() => $"{Name} ({Overhead} bytes)";
}
