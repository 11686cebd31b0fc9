namespace KubeNet.Netlink.Interop;

/// <summary>Ids of network namespaces.</summary>
[KernelHeader("linux/net_namespace.h")]
internal static partial class net_namespace
{
    // Attributes of RTM_NEWNSID.
    public const ushort NETNSA_NONE = 0;
    public const ushort NETNSA_NSID = 1;
    public const ushort NETNSA_PID = 2;
    public const ushort NETNSA_FD = 3;
    public const ushort NETNSA_TARGET_NSID = 4;
    public const ushort NETNSA_CURRENT_NSID = 5;

    // No id yet.
    public const int NETNSA_NSID_NOT_ASSIGNED = -1;
}
