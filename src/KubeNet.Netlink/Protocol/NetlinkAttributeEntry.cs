namespace KubeNet.Netlink.Protocol;

/// <summary>The names of one attribute.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Property">The property that stands for it in an error's path; empty if none does, and the path leaves it out.</param>
/// <param name="KernelName">The kernel's name, such as <c>IFLA_VXLAN_ID</c>.</param>
/// <param name="Nested">The table of what is nested in it, if anything is.</param>
public sealed record NetlinkAttributeEntry(ushort Id, string Property, string KernelName, NetlinkNestedTable? Nested = null);
