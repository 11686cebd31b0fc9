using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>An entry of an interface's forwarding database: <c>bridge fdb add 02:00:00:00:00:02 dev vxlan0 dst 192.0.2.2 self permanent</c>.</summary>
/// <param name="InterfaceName">The interface's name.</param>
/// <param name="Entry">
/// The entry: of a VXLAN device, with a destination and permanent; or static, of the bridge above the interface. Its indexes
/// are not looked at.
/// </param>
public sealed record StateFdbEntry(string InterfaceName, FdbEntry Entry) : StateObject
{
    private const NeighborFlags Compared = NeighborFlags.ExternallyLearned | NeighborFlags.Sticky | NeighborFlags.Router;

    /// <summary>The interface through which the destination is reached: <c>via DEV</c>.</summary>
    public string? Via { get; init; }

    internal StateFdbKey Key
    {
        get
        {
            FdbKey key = Entry.Key with { InterfaceIndex = 0, ViaInterface = null };
            return new StateFdbKey(InterfaceName, key, key.Destination is null ? null : Via);
        }
    }

    /// <summary>
    /// Whether it is one that an agent states, rather than one that was learned or that the kernel has of its own addresses:
    /// those have no destination, and on a bridge they are local.
    /// </summary>
    internal bool IsStated => Entry.IsMaster
        ? Entry.State == FdbState.Static
        : (Entry.Destination is not null || Entry.NexthopId is not null) && Entry.State is FdbState.Local or FdbState.Static;

    internal override string Noun => "fdb";

    internal override string Identity => $"{Entry.MacAddress} dev {InterfaceName} {(Entry.IsMaster ? "master" : "self")}"
        + new StateText(" ").Add("vlan", Entry.Vlan).Add("src_vni", Entry.SourceVni).Add("dst", Entry.Key.Destination);

    internal override string Details => new StateText()
        .Add("dst", Entry.Key.Destination is null ? Entry.Destination : null)
        .Add("port", Entry.Port)
        .Add("vni", Entry.Vni)
        .Add("via", Via)
        .Add("nhid", Entry.NexthopId)
        .Add(Entry.State == FdbState.Static, "static")
        .ToString();

    internal bool IsSatisfiedBy(StateFdbEntry actual) =>
        actual.Entry.State == Entry.State
        && ((actual.Entry.Flags ^ Entry.Flags) & Compared) == 0
        && Equals(actual.Entry.Destination, Entry.Destination)
        && actual.Entry.Port == Entry.Port
        && actual.Entry.Vni == Entry.Vni
        && actual.Entry.NexthopId == Entry.NexthopId
        && actual.Via == Via;

    internal override void AddCreation(NetlinkBatch batch, StateTarget target)
    {
        if (Entry.HasSeveralDestinations)
        {
            target.Netlink.Fdb.Append(batch, In(target));
        }
        else
        {
            target.Netlink.Fdb.Replace(batch, In(target));
        }
    }

    internal override void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before) => AddCreation(batch, target);

    internal override void AddRemoval(NetlinkBatch batch, StateTarget target) => target.Netlink.Fdb.Delete(batch, In(target));

    private FdbEntry In(StateTarget target) => Entry with
    {
        InterfaceIndex = target.IndexOf(InterfaceName),
        ViaInterface = target.IndexOfOptional(Via),
        MasterIndex = null,
        IsMaster = Entry.IsMaster,
    };
}
