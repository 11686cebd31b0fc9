using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <summary>The payload of <c>RTA_MULTIPATH</c>: one <c>struct rtnexthop</c> with its attributes after the other.</summary>
internal readonly record struct Multipath(NetlinkList<NextHop> NextHops) : INetlinkValue<Multipath>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out Multipath result)
    {
        result = default;
        var hops = new List<NextHop>();
        while (value.Length >= NextHop.HeaderSize)
        {
            int length = MemoryMarshal.Read<ushort>(value);
            if (length < NextHop.HeaderSize || length > value.Length)
            {
                return false;
            }

            hops.Add(NextHop.Read(value[..length]));
            value = value[Math.Min(NetlinkAttributeHeader.Align(length), value.Length)..];
        }

        result = new Multipath(NetlinkList.Create<NextHop>(CollectionsMarshal.AsSpan(hops)));
        return true;
    }

    public void Write(ref NetlinkWriter writer)
    {
        foreach (NextHop hop in NextHops)
        {
            int start = writer.Length;
            hop.Write(ref writer);

            // rtnh_len comes first, and is known only now. What was written lies in the caller's buffer, which is writable.
            ref byte length = ref MemoryMarshal.GetReference(writer.Written[start..]);
            Unsafe.WriteUnaligned(ref length, checked((ushort)(writer.Length - start)));
        }
    }
}
