using KubeNet.Netlink;

namespace ClusterLab;

/// <summary>Names and numbers that every node shares.</summary>
internal static class ClusterNames
{
    /// <summary>What the names of the lab's namespaces begin with, after the <c>kn-</c> of KubeNet.Testing.</summary>
    public const string Label = "lab";

    /// <summary>A node's link to the underlay.</summary>
    public const string UnderlayDevice = "eth0";

    /// <summary>The overlay's device.</summary>
    public const string VxlanDevice = "vxlan42";

    /// <summary>The overlay's UDP port, the assigned one (RFC 7348 §5).</summary>
    public const ushort VxlanPort = KubeNet.Tunnels.VxlanPort.Iana;

    /// <summary>The overlay's network identifier.</summary>
    public static Vni Vni { get; } = new(42);
}
