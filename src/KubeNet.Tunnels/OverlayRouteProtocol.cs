namespace KubeNet.Tunnels;

/// <summary>
/// Route protocol numbers by which overlays know their routes. The kernel's header and iproute2's <c>rt_protos</c> assign them
/// to nobody. Two overlays in one network namespace need different ones, or different tables.
/// </summary>
public static class OverlayRouteProtocol
{
    /// <summary>Of <see cref="VxlanOverlay"/>: 201.</summary>
    public const byte Vxlan = 201;

    /// <summary>Of <see cref="HostGatewayOverlay"/>: 202.</summary>
    public const byte HostGateway = 202;
}
