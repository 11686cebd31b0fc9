using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <summary>A gateway of another family than the route (<c>struct rtvia</c>): an IPv6 gateway for IPv4, RFC 5549. An address becomes one by itself.</summary>
/// <param name="Address">The gateway.</param>
public readonly record struct RouteVia(IPAddress Address) : INetlinkValue<RouteVia>
{
    /// <summary>A gateway of another family.</summary>
    public static implicit operator RouteVia(IPAddress address) => new(address);

    /// <summary>A gateway of another family.</summary>
    public static RouteVia FromIPAddress(IPAddress address) => new(address);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> value, out RouteVia result)
    {
        result = default;
        if (value.Length < sizeof(ushort))
        {
            return false;
        }

        ReadOnlySpan<byte> address = value[sizeof(ushort)..];
        int expected = MemoryMarshal.Read<ushort>(value) switch
        {
            KernelFamily.IPv4 => 4,
            KernelFamily.IPv6 => 16,
            _ => -1,
        };
        if (address.Length != expected)
        {
            return false;
        }

        result = new RouteVia(new IPAddress(address));
        return true;
    }

    /// <inheritdoc/>
    public void Write(ref NetlinkWriter writer)
    {
        byte[] bytes = [0, 0, .. Address.GetAddressBytes()];
        ushort family = KernelFamily.From(Address.AddressFamily);
        MemoryMarshal.Write(bytes, in family);
        writer.WriteRaw(bytes);
    }

    /// <summary>The gateway, with its family as <c>ip route</c> wants it: <c>inet6 fe80::1</c>.</summary>
    public override string ToString() => $"{(Address.AddressFamily == AddressFamily.InterNetwork ? "inet" : "inet6")} {Address}";
}
