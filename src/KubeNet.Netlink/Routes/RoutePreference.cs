namespace KubeNet.Netlink.Routes;

/// <summary>The preference of a router, IPv6 (<c>RTA_PREF</c>, RFC 4191 §2.1).</summary>
public enum RoutePreference : byte
{
    /// <summary>Neither high nor low.</summary>
    Medium = 0,

    /// <summary>Preferred to the others.</summary>
    High = 1,

    /// <summary>Only if there is no other.</summary>
    Low = 3,
}
