using System.Net;
using System.Security.Cryptography;
using System.Text;
using KubeNet.Netlink;

namespace KubeNet.Tunnels;

/// <summary>
/// Addresses of tunnel ends that each node can work out for itself and for its peers, so that nobody has to tell them, and
/// that are the same after a restart.
/// </summary>
public static class TunnelMac
{
    /// <summary>
    /// The MAC address of a node's end: locally administered, unicast, and of the first 46 bits of a hash of node address and
    /// network. Two of 10,000 nodes have the same with a probability below one in a million.
    /// </summary>
    /// <param name="underlayAddress">The node's address in the underlay.</param>
    /// <param name="vni">The overlay.</param>
    public static MacAddress Derive(IPAddress underlayAddress, Vni vni)
    {
        ArgumentNullException.ThrowIfNull(underlayAddress);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes($"vxlan {vni} {underlayAddress}"), hash);
        hash[0] = (byte)((hash[0] | 0x02) & 0xfe);
        return new MacAddress(hash[..MacAddress.Size]);
    }

    /// <summary>
    /// The link-local address of a MAC address (RFC 4291, appendix A): <c>fe80::ff:fe00:2</c> for <c>02:00:00:00:00:02</c>. As a
    /// gateway it needs no other route, and none can lead it astray.
    /// </summary>
    public static IPAddress LinkLocalAddressOf(MacAddress address)
    {
        Span<byte> mac = stackalloc byte[MacAddress.Size];
        address.CopyTo(mac);
        return new IPAddress([0xfe, 0x80, 0, 0, 0, 0, 0, 0, (byte)(mac[0] ^ 0x02), mac[1], mac[2], 0xff, 0xfe, mac[3], mac[4], mac[5]]);
    }
}
