using static KubeNet.Netlink.Interop.if_bridge;

namespace KubeNet.Netlink.Links;

/// <summary>Options of a bridge of one bit each, and which of them are stated (<c>struct br_boolopt_multi</c>).</summary>
internal readonly record struct BridgeOptions(uint Values, uint Stated)
{
    public bool? Get(int bit) => (Stated & (1u << bit)) != 0 ? (Values & (1u << bit)) != 0 : null;

    /// <summary>The options with one of them stated, or left open; null if then none is stated.</summary>
    public static BridgeOptions? With(BridgeOptions? options, int bit, bool? value)
    {
        uint mask = 1u << bit;
        BridgeOptions old = options ?? default;
        var result = new BridgeOptions(
            value is true ? old.Values | mask : old.Values & ~mask,
            value is null ? old.Stated & ~mask : old.Stated | mask);
        return result.Stated == 0 ? null : result;
    }

    /// <summary>Those that are stated here and differ from those of a bridge that exists; null if none do.</summary>
    public BridgeOptions? Without(BridgeOptions actual)
    {
        uint stated = Stated & ~(actual.Stated & ~(Values ^ actual.Values));
        return stated == 0 ? null : new BridgeOptions(Values & stated, stated);
    }

    internal const int NoLinkLocalLearning = BR_BOOLOPT_NO_LL_LEARN;
    internal const int MulticastVlanSnooping = BR_BOOLOPT_MCAST_VLAN_SNOOPING;
    internal const int MultipleSpanningTrees = BR_BOOLOPT_MST_ENABLE;
    internal const int MdbOffloadFailNotification = BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION;
    internal const int FdbLocalVlan0 = BR_BOOLOPT_FDB_LOCAL_VLAN_0;
}
