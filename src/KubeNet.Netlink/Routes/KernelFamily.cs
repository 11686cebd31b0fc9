using System.Net.Sockets;

namespace KubeNet.Netlink.Routes;

/// <summary>Address families by the kernel's numbers (linux/socket.h), which are not those of System.Net.</summary>
internal static class KernelFamily
{
    public const byte Unspecified = 0;
    public const byte IPv4 = 2;
    public const byte IPv6 = 10;

    public static byte From(AddressFamily family) => family switch
    {
        AddressFamily.Unspecified => Unspecified,
        AddressFamily.InterNetwork => IPv4,
        AddressFamily.InterNetworkV6 => IPv6,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Routes are IPv4 or IPv6."),
    };

    public static AddressFamily ToManaged(byte family) => family switch
    {
        Unspecified => AddressFamily.Unspecified,
        IPv4 => AddressFamily.InterNetwork,
        IPv6 => AddressFamily.InterNetworkV6,
        _ => AddressFamily.Unknown,
    };
}
