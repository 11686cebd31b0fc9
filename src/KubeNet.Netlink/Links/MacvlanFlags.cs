using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>How a macvlan treats its parent (<c>IFLA_MACVLAN_FLAGS</c>).</summary>
[Flags]
public enum MacvlanFlags : ushort
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The parent of a passthru link does not become promiscuous (<c>MACVLAN_FLAG_NOPROMISC</c>): <c>nopromisc</c>.</summary>
    NoPromiscuous = MACVLAN_FLAG_NOPROMISC,

    /// <summary>A source-mode link does not take frames by destination (<c>MACVLAN_FLAG_NODST</c>): <c>nodst</c>.</summary>
    NoDestination = MACVLAN_FLAG_NODST,
}
