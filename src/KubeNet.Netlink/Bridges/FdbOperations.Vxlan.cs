using System.Net;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Bridges;

/// <content>What is particular to the destinations of VXLAN devices.</content>
public sealed partial class FdbOperations
{
    /// <summary>
    /// Deletes an entry if it exists: <c>bridge fdb del</c>. The kernel says that all went well where an address has other
    /// destinations than the one to be deleted, so an entry that states a destination is read before.
    /// </summary>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override bool TryDelete(FdbEntry item)
    {
        Validate(item);

        // The unspecified address means any destination.
        if (item.Destination is not { } destination || destination.Equals(IPAddress.Any) || destination.Equals(IPAddress.IPv6Any))
        {
            return base.TryDelete(item);
        }

        FdbEntry wanted = item;
        return Read(ref wanted) is { } actual
            && (wanted.HasSeveralDestinations || LeadsWhere(actual, wanted) || LeadsWhere(actual, WithoutOwn(wanted)))
            && base.TryDelete(item);
    }

    private static bool LeadsWhere(FdbEntry actual, FdbEntry wanted) =>
        Equals(actual.Destination, FdbEntry.WithoutScope(wanted.Destination))
        && actual.Port == wanted.Port
        && actual.Vni == wanted.Vni
        && actual.ViaInterface == wanted.ViaInterface;

    /// <summary>Reads an entry, which is stated as the kernel reports it from then on: without what is the device's own.</summary>
    private FdbEntry? Read(ref FdbEntry item)
    {
        FdbEntry? found = Ask(item);
        if (found is not null || (item.SourceVni is null && !item.HasSeveralDestinations))
        {
            return found;
        }

        FdbEntry asReported = WithoutOwn(item);
        return ReferenceEquals(asReported, item) ? null : Ask(item = asReported);
    }

    /// <summary>
    /// The entry without port and VNI where they are the VXLAN device's own, and without the VNI of arrival where the device
    /// has but one: the kernel does not report them (vxlan_fdb_info).
    /// </summary>
    private FdbEntry WithoutOwn(FdbEntry item)
    {
        if (item is { Port: null, Vni: null, SourceVni: null } || !item.IsSelf
            || new LinkOperations(Connection).TryGet(item.InterfaceIndex)?.Kind is not VxlanLink device)
        {
            return item;
        }

        ushort? port = item.Port == device.Port ? null : item.Port;
        Vni? vni = item.Vni == device.Vni.GetValueOrDefault() ? null : item.Vni;
        Vni? source = device.External is true ? item.SourceVni : null;
        return port == item.Port && vni == item.Vni && source == item.SourceVni ? item : item with { Port = port, Vni = vni, SourceVni = source };
    }
}
