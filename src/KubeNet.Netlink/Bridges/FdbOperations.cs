using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Bridges;

/// <summary>
/// The forwarding databases of bridges, VXLAN devices and network cards:
/// <c>bridge fdb add | append | replace | del | get | show | flush</c>.
/// </summary>
/// <remarks>
/// A VXLAN device keeps several destinations for the all-zeros address and for multicast addresses: the first is made by
/// Add, further ones by <see cref="Append(FdbEntry)"/>, either by Ensure, and Delete deletes exactly the one that is stated.
/// The kernel refuses to replace them. Any other address has one destination, and Replace moves it. Where an address has
/// other destinations but not the one to be deleted, the kernel deletes none and says that all went well, and so does
/// Delete; TryDelete looks first.
/// A watch tells of an address that moves to another port of its bridge as of an entry that was updated, with the port in
/// <see cref="FdbEntry.InterfaceIndex"/> before and after. If the filter wants the earlier port alone, it was removed.
/// </remarks>
public sealed partial class FdbOperations : NetlinkOperations<FdbEntry, FdbKey, FdbFilter>
{
    private const ushort HighestVlan = 4094;
    private const string Appending = "append FDB entry";
    private const string Flushing = "flush FDB entries, which bridges know since Linux 5.19 and VXLAN devices since Linux 6.7,";
    private const NetlinkMessageFlags AppendFlags = NetlinkMessageFlags.Create | NetlinkMessageFlags.Append;
    private const NeighborFlags Compared = NeighborFlags.ExternallyLearned | NeighborFlags.Sticky | NeighborFlags.Router;

    private static readonly NetlinkObjectKind s_kind =
        new("FDB entry", "FDB entries", RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH, [RTNLGRP_NEIGH]);

    internal FdbOperations(NetlinkConnection connection) : base(connection, s_kind)
    {
    }

    /// <summary>Makes an entry, or adds a destination to those that its address has: <c>bridge fdb append</c>. One that is there stays.</summary>
    /// <exception cref="ArgumentException">The address cannot have several destinations; the kernel would ignore the request.</exception>
    /// <exception cref="NetlinkException">The kernel refused it.</exception>
    public void Append(FdbEntry item)
    {
        ValidateAppend(item);
        if (Connection.TryExecute(Kind.New, AppendFlags, item, Appending) is { } error)
        {
            throw new NetlinkException(Appending, ((INetlinkBody)item).Describe(), Explain(error, item));
        }
    }

    /// <summary>Appends an entry in a batch.</summary>
    public void Append(NetlinkBatch batch, FdbEntry item)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ValidateAppend(item);
        batch.Add(Kind.New, AppendFlags, item, Appending);
    }

    /// <inheritdoc cref="Append(FdbEntry)"/>
    public ValueTask AppendAsync(FdbEntry item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Append(x.item), cancellationToken);

    /// <summary>
    /// Reads the entry that has the identity of the one given: <c>bridge fdb get</c>. The kernel is asked for the address
    /// alone where it can answer; of several destinations it tells the first only, and network cards tell none, and then
    /// the device's table is gone through.
    /// </summary>
    /// <returns>The entry; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override FdbEntry? TryGet(FdbEntry item)
    {
        Validate(item);
        return Read(ref item);
    }

    /// <summary>
    /// Has an entry as wanted: makes it, changes it, or does nothing. Of an address with several destinations the others
    /// stay; of any other address the destination is moved. What the entry leaves open (null) is not looked at.
    /// </summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override EnsureResult Ensure(FdbEntry item)
    {
        Validate(item);
        if (!item.HasSeveralDestinations)
        {
            return base.Ensure(item);
        }

        FdbEntry? actual = Read(ref item);
        if (actual is not null && Satisfies(actual, item))
        {
            return EnsureResult.Unchanged;
        }

        // To one that is there it brings state and flags, which all destinations of the address share.
        Append(item);
        return actual is null ? EnsureResult.Created : EnsureResult.Changed;
    }

    /// <summary>Deletes entries of a bridge or VXLAN device all at once, in the kernel: <c>bridge fdb flush</c>.</summary>
    /// <exception cref="NetlinkException">
    /// The kernel refused, or is too old: bridges can since Linux 5.19, VXLAN devices since Linux 6.7.
    /// </exception>
    public void Flush(FdbFlush flush)
    {
        ArgumentNullException.ThrowIfNull(flush);
        Connection.Execute(Kind.Delete, NetlinkMessageFlags.Bulk, flush, Flushing);
    }

    /// <inheritdoc cref="Flush"/>
    public ValueTask FlushAsync(FdbFlush flush, CancellationToken cancellationToken = default) =>
        Completed.Run((this, flush), static x => x.Item1.Flush(x.flush), cancellationToken);

    internal override bool Satisfies(FdbEntry actual, FdbEntry wanted) =>
        States(actual, wanted)
        || (((wanted.Port is not null && actual.Port is null) || (wanted.Vni is not null && actual.Vni is null)
                || (wanted.SourceVni is not null && actual.SourceVni is null))
            && States(actual, WithoutOwn(wanted)));

    private protected override NetlinkError Explain(NetlinkError error, FdbEntry item) => error switch
    {
        { Error: LinuxError.EINVAL, KernelMessage: null } when item is { IsSelf: true, Destination: null, NexthopId: null } =>
            error with { Remedy = "A VXLAN device needs to know where to: set Destination." },
        { Error: LinuxError.EINVAL } when item.State == FdbState.Stale =>
            error with { Remedy = "An entry becomes stale by itself: state Dynamic." },
        { Error: LinuxError.EAFNOSUPPORT } when item.Destination is { } destination =>
            error with { Remedy = $"{destination} is of another family than the VXLAN device's own addresses." },
        _ => error,
    };

    /// <summary>Neighbours are told of in the same group.</summary>
    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload is [FdbEntry.BridgeFamily, ..];

    internal override bool Differs(FdbEntry previous, FdbEntry current) =>
        !previous.Equals(current with { CacheInfo = previous.CacheInfo });

    private protected override void Validate(FdbEntry item)
    {
        base.Validate(item);
        if (item.MacAddress is null)
        {
            throw new ArgumentException("An FDB entry needs its address: set MacAddress.", nameof(item));
        }

        if (item.InterfaceIndex <= 0)
        {
            throw new ArgumentException("An FDB entry needs its device: set InterfaceIndex.", nameof(item));
        }

        if (item.Vlan is 0 or > HighestVlan)
        {
            throw new ArgumentException($"The VLAN of an FDB entry is 1 to {HighestVlan}, not {item.Vlan}.", nameof(item));
        }

        if (item.Port == 0)
        {
            throw new ArgumentException("0 is no port: leave Port open for the VXLAN device's own.", nameof(item));
        }

        if (item.NexthopId is not null && item.Destination is not null)
        {
            throw new ArgumentException("An FDB entry leads to a nexthop object or to a destination: set NexthopId or Destination.", nameof(item));
        }
    }

    private protected override FdbEntry DeletionOf(FdbEntry item) => new()
    {
        InterfaceIndex = item.InterfaceIndex,
        MacAddress = item.MacAddress,
        State = item.State,
        Flags = item.WireFlags & (NeighborFlags.Self | NeighborFlags.Master),
        Vlan = item.Vlan,
        Destination = item.Destination,
        Port = item.Port,
        Vni = item.Vni,
        SourceVni = item.SourceVni,
        ViaInterface = item.ViaInterface,
        NexthopId = item.NexthopId,
    };

    private void ValidateAppend(FdbEntry item)
    {
        Validate(item);
        if (item.Destination is not null && !item.HasSeveralDestinations)
        {
            throw new ArgumentException(
                $"Only the all-zeros and multicast addresses have several destinations, {item.MacAddress} has one: use Add, Replace or Ensure.", nameof(item));
        }
    }

    private static bool States(FdbEntry actual, FdbEntry wanted) =>
        actual.Key == wanted.Key
        && Lasting(actual.State) == Lasting(wanted.State)
        && (actual.Flags & Compared) == (wanted.Flags & Compared)
        && (wanted.Destination is null || Equals(actual.Destination, FdbEntry.WithoutScope(wanted.Destination)))
        && (wanted.Port is null || actual.Port == wanted.Port)
        && (wanted.Vni is null || actual.Vni == wanted.Vni)
        && (wanted.ViaInterface is null || actual.ViaInterface == wanted.ViaInterface)
        && (wanted.NexthopId is null || actual.NexthopId == wanted.NexthopId)
        && (wanted.Activity?.Notify is null || actual.Activity?.Notify == wanted.Activity.Notify);

    /// <summary>An entry ages without a change of what was wanted.</summary>
    private static FdbState Lasting(FdbState state) => state == FdbState.Stale ? FdbState.Dynamic : state;

    private FdbEntry? Ask(FdbEntry item)
    {
        FdbKey key = item.Key;
        FdbEntry? first;
        try
        {
            first = Connection.Get<FdbQuery, FdbEntry>(Kind.Get, NetlinkMessageFlags.None, new FdbQuery(item), Kind.Getting);
        }
        catch (NetlinkException e) when (e.Error == LinuxError.EOPNOTSUPP)
        {
            return Find(key);
        }

        // A bridge finds the address behind whichever port it is.
        return first is null ? null
            : first.Key == key ? first
            : item.HasSeveralDestinations ? Find(key)
            : null;
    }

    private FdbEntry? Find(FdbKey key)
    {
        var finder = new Finder(key);
        Visit(new FdbFilter { InterfaceIndex = key.InterfaceIndex }, ref finder);
        return finder.Found;
    }

    private struct Finder(FdbKey key) : INetlinkVisitor
    {
        public FdbEntry? Found { get; private set; }

        public void Begin() => Found = null;

        public bool Visit(in NetlinkMessage message)
        {
            var view = new FdbView(message);
            if (view.MacAddress == key.MacAddress && view.InterfaceIndex == key.InterfaceIndex)
            {
                FdbEntry entry = view.ToFdbEntry();
                Found = entry.Key == key ? entry : null;
            }

            return Found is null;
        }
    }
}
