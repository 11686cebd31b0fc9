namespace KubeNet.Netlink.Links;

/// <summary>An intermediate functional block, to which traffic is redirected to be shaped: <c>ip link add type ifb</c>.</summary>
[LinkKind("ifb")]
public sealed partial record IfbLink : LinkKind;
