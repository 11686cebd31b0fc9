namespace KubeNet.Testing.Probes;

/// <summary>What became of a ping.</summary>
public enum PingStatus
{
    /// <summary>The echo came back.</summary>
    Success,

    /// <summary>Nothing came back in time.</summary>
    TimedOut,

    /// <summary>A host on the way, or this one, answered with an ICMP error: unreachable, time exceeded, packet too big.</summary>
    Unreachable,

    /// <summary>The local kernel refused to send: no route (ENETUNREACH), larger than the device's MTU (EMSGSIZE), no such source address.</summary>
    LocalError,
}
