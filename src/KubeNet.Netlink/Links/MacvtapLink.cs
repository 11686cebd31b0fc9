namespace KubeNet.Netlink.Links;

/// <summary>As <see cref="MacvlanLink"/>, with a character device for a virtual machine: <c>ip link add link PARENT type macvtap</c>.</summary>
[LinkKind("macvtap")]
public sealed partial record MacvtapLink : MacvlanKind;
