using KubeNet.Netlink.Links;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.State;

/// <summary>
/// What has to be said to the kernel so that a link becomes another: those attributes that differ and no others, for a change
/// has side effects. Taken back, it is the former values of just those.
/// </summary>
/// <param name="Attributes">The attributes that change.</param>
/// <param name="Former">Their values before.</param>
/// <param name="Master">The new master, empty for none; null if it stays.</param>
/// <param name="FormerMaster">The one before.</param>
internal sealed record LinkChange(Link Attributes, Link Former, string? Master, string? FormerMaster)
{
    private const string Changing = "change link";
    private const int KindCapacity = 16 * 1024;

    private static readonly Link s_nothing = new();

    /// <summary>The change between a reported link and a wanted one, in either direction; null if there is none.</summary>
    public static LinkChange? Between(StateLink before, StateLink after) =>
        // Back, it is what the way there changes, with the values that were there.
        before.IsReported || !after.IsReported ? Forward(before, after)
            : Forward(after, before) is { } there ? new LinkChange(there.Former, there.Attributes, there.FormerMaster, there.Master)
            : null;

    /// <summary>What a link that was reported is made of again: not its counters and limits, nor what the kernel sets itself.</summary>
    public static Link ForCreation(Link link) => new()
    {
        Name = link.Name,
        Alias = link.Alias,
        Mtu = link.Mtu,
        Address = link.Address,
        Group = link.Group,
        TransmitQueueLength = link.TransmitQueueLength,
        Kind = link.Kind is VxlanLink vxlan ? ForCreation(vxlan) : link.Kind,
        IsUp = link.IsUp,
    };

    /// <summary>The kernel counts remote checksums as used when they are stated at all, and then refuses the reserved bits that it reported itself.</summary>
    private static VxlanLink ForCreation(VxlanLink vxlan) => vxlan with
    {
        RemoteChecksumTransmit = vxlan.RemoteChecksumTransmit is true ? true : null,
        RemoteChecksumReceive = vxlan.RemoteChecksumReceive is true ? true : null,
    };

    /// <summary>Has a batch change a link. Only <c>RTM_NEWLINK</c> looks at the attributes of a kind.</summary>
    public static void AddTo(NetlinkBatch batch, string name, Link attributes) =>
        batch.Add(RTM_NEWLINK, NetlinkMessageFlags.None, new LinkRequest(name) { Changes = attributes }, Changing);

    /// <summary>What changes, each with its former value: <c>mtu 1450 → 1400, up</c>.</summary>
    public string Describe()
    {
        var parts = new List<string>();
        Add(parts, "mtu", Former.Mtu, Attributes.Mtu);
        Add(parts, "address", Former.Address, Attributes.Address);
        Add(parts, "broadcast", Former.Broadcast, Attributes.Broadcast);
        Add(parts, "alias", string.IsNullOrEmpty(Former.Alias) ? null : Former.Alias, Attributes.Alias);
        Add(parts, "group", Former.Group, Attributes.Group);
        Add(parts, "txqueuelen", Former.TransmitQueueLength, Attributes.TransmitQueueLength);
        Add(parts, "mode", Former.LinkMode, Attributes.LinkMode);
        Add(parts, "protodown", Former.IsProtocolDown, Attributes.IsProtocolDown);
        Add(parts, "gso_max_size", Former.GsoMaxSize, Attributes.GsoMaxSize);
        Add(parts, "gso_max_segs", Former.GsoMaxSegments, Attributes.GsoMaxSegments);
        Add(parts, "gro_max_size", Former.GroMaxSize, Attributes.GroMaxSize);
        Add(parts, "master", string.IsNullOrEmpty(FormerMaster) ? null : FormerMaster, Master is "" ? "none" : Master);
        if (Attributes.Kind is { } kind)
        {
            parts.Add($"{kind.Name} attributes");
        }

        if (Attributes.ChangedFlags != InterfaceFlags.None)
        {
            parts.Add(Attributes.ChangedFlags != InterfaceFlags.Up ? $"flags {Attributes.Flags & Attributes.ChangedFlags}" : Attributes.IsUp is true ? "up" : "down");
        }

        return string.Join(", ", parts);
    }

    private static LinkChange? Forward(StateLink before, StateLink after)
    {
        Link actual = before.Link;
        string formerMaster = before.Master ?? string.Empty;
        string? master = after.Master is not null && after.Master != formerMaster ? after.Master : null;
        Link? changes = LinkComparison.FindChanges(after.Link with { MasterIndex = null }, actual);
        if (changes is null)
        {
            return master is null ? null : new LinkChange(s_nothing, s_nothing, master, formerMaster);
        }

        var former = new Link
        {
            Flags = actual.Flags & changes.ChangedFlags,
            ChangedFlags = changes.ChangedFlags,
            Alias = changes.Alias is null ? null : actual.Alias ?? string.Empty,
            Mtu = changes.Mtu is null ? null : actual.Mtu,
            Address = changes.Address is null ? null : actual.Address,
            Broadcast = changes.Broadcast is null ? null : actual.Broadcast,
            Group = changes.Group is null ? null : actual.Group ?? 0,
            TransmitQueueLength = changes.TransmitQueueLength is null ? null : actual.TransmitQueueLength,
            LinkMode = changes.LinkMode is null ? null : actual.LinkMode,
            IsProtocolDown = changes.IsProtocolDown is null ? null : actual.IsProtocolDown ?? false,
            GsoMaxSize = changes.GsoMaxSize is null ? null : actual.GsoMaxSize,
            GsoMaxSegments = changes.GsoMaxSegments is null ? null : actual.GsoMaxSegments,
            GsoIpv4MaxSize = changes.GsoIpv4MaxSize is null ? null : actual.GsoIpv4MaxSize,
            GroMaxSize = changes.GroMaxSize is null ? null : actual.GroMaxSize,
            GroIpv4MaxSize = changes.GroIpv4MaxSize is null ? null : actual.GroIpv4MaxSize,
        };
        if (changes.Kind is not null && actual.Kind is not null)
        {
            former = former with { Kind = FormerOf(changes.Kind, actual.Kind) };
        }

        return new LinkChange(changes, former, master, master is null ? null : formerMaster);
    }

    /// <summary>Of the attributes that change, the values that are there.</summary>
    private static UnknownLinkKind FormerOf(LinkKind change, LinkKind actual)
    {
        byte[] buffer = new byte[KindCapacity];
        var writer = new NetlinkWriter(buffer);
        actual.Write(ref writer);
        var former = new List<RawAttribute>();
        var reader = new NetlinkAttributeReader(writer.Written);
        while (reader.Read())
        {
            foreach (RawAttribute attribute in change.UnknownAttributes.AsSpan())
            {
                if (attribute.Type == reader.Type)
                {
                    former.Add(reader.ToRaw());
                    break;
                }
            }
        }

        return new UnknownLinkKind(actual.Name) { UnknownAttributes = NetlinkList.From(former) };
    }

    private static void Add<T>(List<string> parts, string word, T before, T after)
    {
        if (after is not null)
        {
            parts.Add(before is null ? $"{word} {after}" : $"{word} {before} → {after}");
        }
    }
}
