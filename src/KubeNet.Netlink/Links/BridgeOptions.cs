using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_bridge;

namespace KubeNet.Netlink.Links;

/// <summary>Options of a bridge of one bit each, and which of them are stated (<c>struct br_boolopt_multi</c>).</summary>
/// <param name="Values">The options.</param>
/// <param name="Stated">Those that are stated.</param>
/// <param name="IsReport">Whether the kernel said so, which names every option that it has.</param>
internal readonly record struct BridgeOptions(uint Values, uint Stated, bool IsReport = false) : INetlinkValue<BridgeOptions>
{
    public const int NoLinkLocalLearning = BR_BOOLOPT_NO_LL_LEARN;
    public const int MulticastVlanSnooping = BR_BOOLOPT_MCAST_VLAN_SNOOPING;
    public const int MultipleSpanningTrees = BR_BOOLOPT_MST_ENABLE;
    public const int MdbOffloadFailNotification = BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION;
    public const int FdbLocalVlan0 = BR_BOOLOPT_FDB_LOCAL_VLAN_0;

    public static bool TryRead(ReadOnlySpan<byte> value, out BridgeOptions result)
    {
        bool fits = value.Length == 2 * sizeof(uint);
        result = fits ? new BridgeOptions(MemoryMarshal.Read<uint>(value), MemoryMarshal.Read<uint>(value[sizeof(uint)..]), IsReport: true) : default;
        return fits;
    }

    /// <summary>The options with one of them stated, or left open; null if then none is stated.</summary>
    public static BridgeOptions? With(BridgeOptions? options, int bit, bool? value)
    {
        uint mask = 1u << bit;
        BridgeOptions old = options ?? default;
        uint stated = old.IsReport ? old.Values : old.Stated;
        var result = new BridgeOptions(
            value is true ? old.Values | mask : old.Values & ~mask,
            value is null ? stated & ~mask : stated | mask);
        return result.Stated == 0 ? null : result;
    }

    public bool? Get(int bit) => (Stated & (1u << bit)) != 0 ? (Values & (1u << bit)) != 0 : null;

    /// <summary>Those that are stated here and differ from those of a bridge that exists; null if none do.</summary>
    public BridgeOptions? Without(BridgeOptions actual)
    {
        uint stated = Stated & ~(actual.Stated & ~(Values ^ actual.Values));
        return stated == 0 ? null : new BridgeOptions(Values & stated, stated);
    }

    /// <summary>
    /// Of a report that becomes a wish, only what is on: a new bridge has all of them off, and a kernel without VLANs refuses
    /// to be told so.
    /// </summary>
    public void Write(ref NetlinkWriter writer)
    {
        uint stated = IsReport && !writer.IncludesReported ? Values : Stated;
        if (stated == 0)
        {
            writer.TruncateTo(writer.Length - NetlinkAttributeHeader.Size);
            return;
        }

        Span<byte> bytes = stackalloc byte[2 * sizeof(uint)];
        MemoryMarshal.Write(bytes, Values & stated);
        MemoryMarshal.Write(bytes[sizeof(uint)..], stated);
        writer.WriteRaw(bytes);
    }
}
