using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>The XDP programs of a link (<c>IFLA_XDP</c>).</summary>
[NetlinkRecord]
public sealed partial record LinkXdp
{
    /// <summary>Where a program runs.</summary>
    [NetlinkAttribute(IFLA_XDP_ATTACHED)]
    public XdpMode? Mode { get; init; }

    /// <summary>The program, where there is only one.</summary>
    [NetlinkAttribute(IFLA_XDP_PROG_ID)]
    public uint? ProgramId { get; init; }

    /// <summary>The program in the driver.</summary>
    [NetlinkAttribute(IFLA_XDP_DRV_PROG_ID)]
    public uint? DriverProgramId { get; init; }

    /// <summary>The program in the network stack.</summary>
    [NetlinkAttribute(IFLA_XDP_SKB_PROG_ID)]
    public uint? GenericProgramId { get; init; }

    /// <summary>The program in the device.</summary>
    [NetlinkAttribute(IFLA_XDP_HW_PROG_ID)]
    public uint? HardwareProgramId { get; init; }
}
