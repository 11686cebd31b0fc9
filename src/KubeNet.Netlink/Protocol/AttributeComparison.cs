using System.Buffers;

namespace KubeNet.Netlink.Protocol;

/// <summary>Compares records by what goes over the wire, so that each attribute counts without being named here.</summary>
internal static class AttributeComparison
{
    private const int Capacity = 64 * 1024;

    /// <summary>Whether each attribute that one record states is in the other with the same value. Family headers are not looked at.</summary>
    public static bool States(INetlinkBody actual, INetlinkBody wanted)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * Capacity);
        try
        {
            ReadOnlySpan<byte> there = Attributes(actual, buffer.AsSpan(0, Capacity), includesReported: true);
            ReadOnlySpan<byte> stated = Attributes(wanted, buffer.AsSpan(Capacity, Capacity), includesReported: false);
            return Contains(there, stated);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether each attribute of one sequence is in the other with the same payload; of nests, each attribute within.</summary>
    public static bool Contains(ReadOnlySpan<byte> actual, ReadOnlySpan<byte> stated)
    {
        var reader = new NetlinkAttributeReader(stated);
        while (reader.Read())
        {
            if (!ContainsOne(actual, reader))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsOne(ReadOnlySpan<byte> actual, NetlinkAttributeReader stated)
    {
        var reader = new NetlinkAttributeReader(actual);
        while (reader.Read())
        {
            if (reader.Type == stated.Type
                && (stated.IsNested ? Contains(reader.Value, stated.Value) : reader.Value.SequenceEqual(stated.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Attributes(INetlinkBody body, Span<byte> buffer, bool includesReported)
    {
        var writer = new NetlinkWriter(buffer) { IncludesReported = includesReported };
        body.Write(ref writer);
        return buffer[Math.Min(NetlinkAttributeHeader.Align(body.HeaderLength), writer.Length)..writer.Length];
    }
}
