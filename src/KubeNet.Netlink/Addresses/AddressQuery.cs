using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <summary>Asks for one IPv6 address of a link.</summary>
internal sealed class AddressQuery(int interfaceIndex, IPAddress address) : INetlinkBody
{
    public int HeaderLength => Address.HeaderSize;

    public NetlinkAttributeTable? Attributes => Address.AttributeTable;

    public void Write(ref NetlinkWriter writer)
    {
        WriteHeader(ref writer, address.AddressFamily, interfaceIndex);
        writer.WriteIPAddress(IFA_ADDRESS, address);
    }

    public string? Describe() => $"{address} dev {interfaceIndex}";

    /// <summary>A header that says nothing else, as strict checking wants it.</summary>
    internal static void WriteHeader(ref NetlinkWriter writer, AddressFamily family, int interfaceIndex)
    {
        Span<byte> header = writer.WriteHeader(Address.HeaderSize);
        header[0] = family switch
        {
            AddressFamily.InterNetwork => 2,
            AddressFamily.InterNetworkV6 => 10,
            AddressFamily.Unspecified => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Addresses are IPv4 or IPv6."),
        };
        MemoryMarshal.Write(header[4..], in interfaceIndex);
    }
}
