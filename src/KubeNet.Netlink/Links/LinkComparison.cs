using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>What of a wanted link is not so in one that exists.</summary>
internal static class LinkComparison
{
    /// <summary>The first difference that cannot be changed away; null if there is none.</summary>
    public static LinkConflict? FindConflict(Link wanted, Link actual)
    {
        if (wanted.Kind is { } kind)
        {
            if (actual.Kind?.Name != kind.Name)
            {
                return new LinkConflict(nameof(Link.Kind), kind.Name, actual.Kind?.Name);
            }

            if (kind.FindConflict(actual.Kind) is { } conflict)
            {
                return conflict;
            }
        }

        // A kernel built without receive packet steering does not report receive queues.
        return Fixed(nameof(Link.ParentIndex), wanted.ParentIndex, actual.ParentIndex)
            ?? Fixed(nameof(Link.TransmitQueues), wanted.TransmitQueues, actual.TransmitQueues ?? wanted.TransmitQueues)
            ?? Fixed(nameof(Link.ReceiveQueues), wanted.ReceiveQueues, actual.ReceiveQueues ?? wanted.ReceiveQueues);
    }

    /// <summary>The attributes that are stated and differ, and those alone; null if none do.</summary>
    public static Link? FindChanges(Link wanted, Link actual)
    {
        InterfaceFlags different = (wanted.Flags ^ actual.Flags) & wanted.ChangedFlags;
        LinkKind? kind = wanted.Kind is { } stated && actual.Kind is { } there ? stated.DifferenceFrom(there) : null;
        var changes = new Link
        {
            Flags = wanted.Flags & different,
            ChangedFlags = different,
            Name = Differing(wanted.Name, actual.Name),
            Alias = Differing(wanted.Alias, actual.Alias ?? string.Empty),
            Mtu = Differing(wanted.Mtu, actual.Mtu),
            Address = Differing(wanted.Address, actual.Address),
            Broadcast = Differing(wanted.Broadcast, actual.Broadcast),
            Group = Differing(wanted.Group, actual.Group ?? 0),
            MasterIndex = Differing(wanted.MasterIndex, actual.MasterIndex ?? 0),
            TransmitQueueLength = Differing(wanted.TransmitQueueLength, actual.TransmitQueueLength),
            LinkMode = wanted.LinkMode == actual.LinkMode ? null : wanted.LinkMode,
            IsProtocolDown = Differing(wanted.IsProtocolDown, actual.IsProtocolDown ?? false),
            GsoMaxSize = Differing(wanted.GsoMaxSize, actual.GsoMaxSize),
            GsoMaxSegments = Differing(wanted.GsoMaxSegments, actual.GsoMaxSegments),
            GsoIpv4MaxSize = Differing(wanted.GsoIpv4MaxSize, actual.GsoIpv4MaxSize),
            GroMaxSize = Differing(wanted.GroMaxSize, actual.GroMaxSize),
            GroIpv4MaxSize = Differing(wanted.GroIpv4MaxSize, actual.GroIpv4MaxSize),
            Info = kind is null ? null : new LinkInfo { Kind = kind },
        };
        return changes.Equals(s_none) ? null : changes;
    }

    /// <summary>The alternative names that are stated and missing; null if none are.</summary>
    public static List<string>? FindMissingNames(Link wanted, Link actual)
    {
        List<string>? missing = null;
        foreach (string name in wanted.AlternativeNames ?? [])
        {
            if (!(actual.AlternativeNames ?? []).AsSpan().Contains(name))
            {
                (missing ??= []).Add(name);
            }
        }

        return missing;
    }

    /// <summary>A report without what changes by itself, or stands only in notifications.</summary>
    public static Link Settle(Link report) => report with
    {
        ChangedFlags = InterfaceFlags.None,
        Statistics = null,
        AddressFamilies = null,
        Event = null,
        Info = report.Info is null ? null : report.Info with { Kind = report.Info.Kind?.Settle(), PortAttributes = null, UnknownAttributes = NetlinkList<RawAttribute>.Empty },
    };

    private static readonly Link s_none = new();

    private static LinkConflict? Fixed<T>(string property, T? wanted, T? actual) where T : struct, IEquatable<T> =>
        wanted is { } value && !(actual is { } there && there.Equals(value)) ? new LinkConflict(property, wanted.ToString(), actual?.ToString()) : null;

    private static T? Differing<T>(T? wanted, T? actual) where T : struct, IEquatable<T> =>
        wanted is { } value && actual is { } there && there.Equals(value) ? null : wanted;

    private static string? Differing(string? wanted, string? actual) => wanted == actual ? null : wanted;
}
