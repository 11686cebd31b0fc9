using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <summary>An IPv4 or IPv6 address as a number, so that 100,000 destinations need no object each.</summary>
/// <param name="Bits">The address; of IPv4 the lowest 32 bits.</param>
/// <param name="Size">Its bytes: 4 or 16.</param>
internal readonly record struct WireAddress(UInt128 Bits, byte Size) : INetlinkValue<WireAddress>
{
    public static WireAddress From(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int written);
        _ = TryRead(bytes[..written], out WireAddress result);
        return result;
    }

    public static bool TryRead(ReadOnlySpan<byte> value, out WireAddress result)
    {
        result = value.Length switch
        {
            4 => new WireAddress(BinaryPrimitives.ReadUInt32BigEndian(value), 4),
            16 => new WireAddress(BinaryPrimitives.ReadUInt128BigEndian(value), 16),
            _ => default,
        };
        return result.Size != 0;
    }

    public static int BitsOf(AddressFamily family) => family == AddressFamily.InterNetwork ? 32 : 128;

    public void Write(ref NetlinkWriter writer)
    {
        // Four bytes or sixteen need no padding, so there is none.
        Span<byte> bytes = writer.WriteHeader(Size);
        if (Size == 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Bits);
        }
        else
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
        }
    }

    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
        return new IPAddress(bytes[(16 - Size)..]);
    }
}
