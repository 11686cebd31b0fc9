namespace KubeNet.Netlink.Links;

/// <summary>A link with a MAC address of its own on a parent: <c>ip link add link PARENT type macvlan</c>.</summary>
[LinkKind("macvlan")]
public sealed partial record MacvlanLink : MacvlanKind;
