namespace KubeNet.Netlink.Links;

/// <summary>A link that drops what it is given, to hold addresses: <c>ip link add type dummy</c>.</summary>
[LinkKind("dummy")]
public sealed partial record DummyLink : LinkKind;
