using System.Net;
using System.Net.Sockets;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// Makes the destination of a route from text or from an address, and refuses host bits, which <see cref="IPNetwork"/> drops
/// silently and the kernel refuses.
/// </summary>
public static class RoutePrefix
{
    /// <summary>Everything, IPv4: <c>default</c>.</summary>
    public static IPNetwork DefaultIPv4 { get; } = new(IPAddress.Any, 0);

    /// <summary>Everything, IPv6: <c>default</c>.</summary>
    public static IPNetwork DefaultIPv6 { get; } = new(IPAddress.IPv6Any, 0);

    /// <summary>Reads <c>10.0.0.0/24</c>; an address without a length stands for itself alone; <c>default</c> is everything.</summary>
    /// <param name="text">The prefix.</param>
    /// <param name="family">The family of <c>default</c>.</param>
    /// <exception cref="FormatException">The text is no prefix, or has bits beyond it.</exception>
    public static IPNetwork Parse(string text, AddressFamily family = AddressFamily.InterNetwork)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "default")
        {
            return family == AddressFamily.InterNetworkV6 ? DefaultIPv6 : DefaultIPv4;
        }

        if (!InterfaceAddress.TryParse(text, null, out InterfaceAddress address))
        {
            throw new FormatException($"'{text}' is not the destination of a route: a prefix is expected, as in 10.0.0.0/24, or 'default'.");
        }

        return HasHostBits(address) ? throw new FormatException(HostBits(address)) : address.Network;
    }

    /// <summary>The prefix of an address that has no bits beyond it.</summary>
    /// <exception cref="ArgumentException">It has.</exception>
    public static IPNetwork From(InterfaceAddress address) =>
        HasHostBits(address) ? throw new ArgumentException(HostBits(address), nameof(address)) : address.Network;

    private static bool HasHostBits(InterfaceAddress address) => !address.Network.BaseAddress.Equals(address.Address);

    private static string HostBits(InterfaceAddress address) =>
        $"{address} is not the destination of a route: {address.Address} has bits beyond the first {address.PrefixLength}. The prefix is {address.Network}.";
}
