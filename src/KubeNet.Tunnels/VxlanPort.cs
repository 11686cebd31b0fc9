namespace KubeNet.Tunnels;

/// <summary>UDP ports on which VXLAN is spoken.</summary>
public static class VxlanPort
{
    /// <summary>The assigned port (RFC 7348 §5): 4789.</summary>
    public const ushort Iana = 4789;

    /// <summary>What Linux takes if nothing is said, since its VXLAN is older than the assignment; Flannel's too: 8472.</summary>
    public const ushort Linux = 8472;
}
