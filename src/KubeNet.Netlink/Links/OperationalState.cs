using static KubeNet.Netlink.Interop.@if;

namespace KubeNet.Netlink.Links;

/// <summary>Whether a link can carry traffic (RFC 2863 §3.1.14, <c>IFLA_OPERSTATE</c>).</summary>
public enum OperationalState : byte
{
    /// <summary>The driver does not say (<c>IF_OPER_UNKNOWN</c>).</summary>
    Unknown = IF_OPER_UNKNOWN,

    /// <summary>A part is missing (<c>IF_OPER_NOTPRESENT</c>).</summary>
    NotPresent = IF_OPER_NOTPRESENT,

    /// <summary>Down (<c>IF_OPER_DOWN</c>).</summary>
    Down = IF_OPER_DOWN,

    /// <summary>The link below is down (<c>IF_OPER_LOWERLAYERDOWN</c>).</summary>
    LowerLayerDown = IF_OPER_LOWERLAYERDOWN,

    /// <summary>Under test (<c>IF_OPER_TESTING</c>).</summary>
    Testing = IF_OPER_TESTING,

    /// <summary>Waiting for an event, such as authentication (<c>IF_OPER_DORMANT</c>).</summary>
    Dormant = IF_OPER_DORMANT,

    /// <summary>Up (<c>IF_OPER_UP</c>).</summary>
    Up = IF_OPER_UP,
}
