namespace KubeNet.Netlink.Interop;

/// <summary>Pairs of virtual Ethernet devices.</summary>
[KernelHeader("linux/veth.h")]
internal static partial class veth
{
    // Attributes of kind veth.
    public const ushort VETH_INFO_UNSPEC = 0;
    public const ushort VETH_INFO_PEER = 1;
}
