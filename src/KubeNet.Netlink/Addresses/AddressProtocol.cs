using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <summary>Who made an address (<c>IFAPROT_*</c>, since Linux 5.18). Numbers from 4 on are free for programs.</summary>
public enum AddressProtocol : byte
{
    /// <summary>Not said.</summary>
    Unspecified = IFAPROT_UNSPEC,

    /// <summary>The kernel, for the loopback device.</summary>
    KernelLoopback = IFAPROT_KERNEL_LO,

    /// <summary>The kernel, from a router's advertisement.</summary>
    KernelRouterAdvertisement = IFAPROT_KERNEL_RA,

    /// <summary>The kernel, for the link.</summary>
    KernelLinkLocal = IFAPROT_KERNEL_LL,
}
