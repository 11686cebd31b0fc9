using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <summary>
/// The parameters of an encapsulation (<c>RTA_ENCAP</c>), as raw attributes, which mean what <see cref="EncapsulationType"/> says:
/// they come back and go out the same.
/// </summary>
[NetlinkRecord]
public sealed partial record RouteEncapsulation;
