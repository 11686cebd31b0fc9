using System.Net;

namespace KubeNet.Netlink.Bridges;

/// <summary>
/// What tells an FDB entry from the others. A VXLAN device keeps several destinations for the all-zeros and for multicast
/// addresses, and there the destination belongs to the identity; any other address has one entry, which can be moved.
/// </summary>
/// <param name="InterfaceIndex">The device.</param>
/// <param name="MacAddress">The address.</param>
/// <param name="IsMaster">Whether the entry is in the table of the bridge above the device, rather than in the device's own.</param>
public readonly record struct FdbKey(int InterfaceIndex, MacAddress MacAddress, bool IsMaster)
{
    /// <summary>The VLAN, on a bridge that filters them.</summary>
    public ushort? Vlan { get; init; }

    /// <summary>The VNI of arrival, on a VXLAN device in <c>external</c> mode.</summary>
    public Vni? SourceVni { get; init; }

    /// <summary>Where to, if the address can have several destinations.</summary>
    public IPAddress? Destination { get; init; }

    /// <summary>The port there, likewise.</summary>
    public ushort? Port { get; init; }

    /// <summary>The VNI there, likewise.</summary>
    public Vni? Vni { get; init; }

    /// <summary>The device towards it, likewise.</summary>
    public int? ViaInterface { get; init; }

    /// <summary>The identity in the words of <c>bridge fdb</c>.</summary>
    public override string ToString() =>
        $"{MacAddress} on interface {InterfaceIndex} {(IsMaster ? "master" : "self")}"
        + $"{(Vlan is null ? null : $" vlan {Vlan}")}{(SourceVni is null ? null : $" src_vni {SourceVni}")}"
        + $"{(Destination is null ? null : $" dst {Destination}")}{(Port is null ? null : $" port {Port}")}"
        + $"{(Vni is null ? null : $" vni {Vni}")}{(ViaInterface is null ? null : $" via interface {ViaInterface}")}";
}
