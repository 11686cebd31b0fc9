using static KubeNet.Netlink.Interop.if_addr;

namespace KubeNet.Netlink.Addresses;

/// <summary>States and wishes of an address (<c>IFA_F_*</c>). Which of them a request may carry is said at each; the kernel reports the others.</summary>
[Flags]
public enum AddressFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Reported: another IPv4 address of the same prefix came first (<c>IFA_F_SECONDARY</c>).</summary>
    Secondary = IFA_F_SECONDARY,

    /// <summary>Reported: a temporary IPv6 address of RFC 8981 (<c>IFA_F_TEMPORARY</c>, the same bit as <see cref="Secondary"/>).</summary>
    Temporary = IFA_F_TEMPORARY,

    /// <summary>May be set, IPv6: usable at once, without duplicate address detection (<c>IFA_F_NODAD</c>, <c>nodad</c>).</summary>
    NoDuplicateDetection = IFA_F_NODAD,

    /// <summary>May be set, IPv6: usable while duplicates are still looked for, RFC 4429 (<c>IFA_F_OPTIMISTIC</c>).</summary>
    Optimistic = IFA_F_OPTIMISTIC,

    /// <summary>Reported: another host has the address (<c>IFA_F_DADFAILED</c>).</summary>
    DuplicateDetected = IFA_F_DADFAILED,

    /// <summary>May be set, IPv6: the home address of RFC 6275 (<c>IFA_F_HOMEADDRESS</c>, <c>home</c>).</summary>
    Home = IFA_F_HOMEADDRESS,

    /// <summary>Reported: its preferred lifetime is over (<c>IFA_F_DEPRECATED</c>).</summary>
    Deprecated = IFA_F_DEPRECATED,

    /// <summary>Reported: duplicates are being looked for (<c>IFA_F_TENTATIVE</c>).</summary>
    Tentative = IFA_F_TENTATIVE,

    /// <summary>Reported: it has no end of life (<c>IFA_F_PERMANENT</c>).</summary>
    Permanent = IFA_F_PERMANENT,

    /// <summary>May be set, IPv6: the kernel makes temporary addresses after it (<c>IFA_F_MANAGETEMPADDR</c>, <c>mngtmpaddr</c>).</summary>
    ManageTemporary = IFA_F_MANAGETEMPADDR,

    /// <summary>May be set: no route to the prefix is made (<c>IFA_F_NOPREFIXROUTE</c>, <c>noprefixroute</c>).</summary>
    NoPrefixRoute = IFA_F_NOPREFIXROUTE,

    /// <summary>May be set: a multicast group that is joined (<c>IFA_F_MCAUTOJOIN</c>, <c>autojoin</c>).</summary>
    MulticastAutoJoin = IFA_F_MCAUTOJOIN,

    /// <summary>Reported: made from a secret, RFC 7217 (<c>IFA_F_STABLE_PRIVACY</c>).</summary>
    StablePrivacy = IFA_F_STABLE_PRIVACY,
}
