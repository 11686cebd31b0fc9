using System.Text;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Links;

/// <summary>The links of a network namespace: <c>ip link</c>.</summary>
public sealed partial class LinkOperations : NetlinkOperations<Link, LinkKey, LinkFilter>
{
    private const byte AF_UNSPEC = 0;
    private const int LongestAlias = Interop.@if.IFALIASZ - 1;

    private static readonly NetlinkObjectKind s_kind = new("link", "links", RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK, [RTNLGRP_LINK]);

    /// <summary>Works through a connection, on the links of the namespace in which it was opened.</summary>
    public LinkOperations(NetlinkConnection connection) : base(connection, s_kind) => ArgumentNullException.ThrowIfNull(connection);

    /// <summary>The kernel has no replacement of links: with this alone it makes the link, or changes the one that exists.</summary>
    private protected override NetlinkMessageFlags ReplaceFlags => NetlinkMessageFlags.Create;

    /// <summary>Reads a link, asking for it alone: <c>ip link show dev</c>.</summary>
    /// <param name="link">The link, by index, by name, or by alternative name.</param>
    /// <param name="fields">What is reported beyond the cheap things.</param>
    /// <returns>The link; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public Link? TryGet(LinkReference link, LinkFields fields = LinkFields.None) =>
        Connection.Get<LinkRequest, Link>(RTM_GETLINK, NetlinkMessageFlags.None, new LinkRequest(link.Checked(nameof(link))) { Fields = fields }, Kind.Getting);

    /// <summary>Reads the link that has the index of the one given, or its name if it states no index.</summary>
    public override Link? TryGet(Link item) => TryGet(ReferenceTo(item));

    /// <summary>Reads a link that must exist: <c>ip link show dev</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link (<see cref="LinuxError.ENODEV"/>), or the kernel refused.</exception>
    public Link Get(LinkReference link, LinkFields fields = LinkFields.None) =>
        TryGet(link, fields) ?? throw new NetlinkException(Kind.Getting, link.ToString(), new NetlinkError(LinuxError.ENODEV));

    /// <summary>Deletes a link: <c>ip link delete</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void Delete(LinkReference link) =>
        Connection.Execute(RTM_DELLINK, NetlinkMessageFlags.None, new LinkRequest(link.Checked(nameof(link))), Kind.Deleting);

    /// <summary>Deletes a link if it exists: <c>ip link delete</c>.</summary>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public bool TryDelete(LinkReference link) =>
        Connection.TryExecute(RTM_DELLINK, NetlinkMessageFlags.None, new LinkRequest(link.Checked(nameof(link))), Kind.Deleting) switch
        {
            null => true,
            { IsNotFound: true } => false,
            { } error => throw new NetlinkException(Kind.Deleting, link.ToString(), error),
        };

    /// <summary>
    /// Deletes all links of a group in one request: <c>ip link delete group</c>. The kernel waits once for all of them, so
    /// that each costs a fraction of what it costs by itself.
    /// </summary>
    /// <param name="group">The group; not 0, to which every link belongs that is in no other.</param>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="NetlinkException">One of them cannot be deleted, such as a physical one; then none is.</exception>
    public bool DeleteGroup(uint group)
    {
        ArgumentOutOfRangeException.ThrowIfZero(group);
        var body = new Link { Group = group };
        return Connection.TryExecute(RTM_DELLINK, NetlinkMessageFlags.None, body, "delete links") switch
        {
            null => true,
            { IsNotFound: true } => false,
            { } error => throw new NetlinkException("delete links", $"of group {group}", error),
        };
    }

    /// <summary>
    /// Has a link as wanted: makes it, changes what differs, or does nothing. What is null is not looked at, nor is the peer
    /// of a pair that exists. Alternative names are added; others stay.
    /// </summary>
    /// <exception cref="LinkConflictException">A link of that name exists that cannot become the wanted one.</exception>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public override EnsureResult Ensure(Link item)
    {
        Validate(item);
        if (item.Namespace is not null || item.NamespaceProcessId is not null)
        {
            throw new ArgumentException("A link is ensured in the namespace of the connection: open one in the other namespace and state none.", nameof(item));
        }

        Link? actual = TryGet(item);
        if (actual is null)
        {
            if (TryAdd(item))
            {
                return EnsureResult.Created;
            }

            // Someone made it meanwhile, or something else is in the way, which the second attempt then tells.
            actual = TryGet(item);
            if (actual is null)
            {
                Add(item);
                return EnsureResult.Created;
            }
        }

        if (LinkComparison.FindConflict(item, actual) is { } conflict)
        {
            throw new LinkConflictException(actual.Name ?? item.Name ?? string.Empty, conflict);
        }

        Link? changes = LinkComparison.FindChanges(item, actual);
        List<string>? names = LinkComparison.FindMissingNames(item, actual);
        if (changes is null && names is null)
        {
            return EnsureResult.Unchanged;
        }

        if (changes is not null)
        {
            Change(actual.Index, changes, item.Name is null ? actual.Index : item.Name);
        }

        foreach (string name in names ?? [])
        {
            AddAlternativeName(actual.Index, name);
        }

        return EnsureResult.Changed;
    }

    internal override bool Satisfies(Link actual, Link wanted) =>
        LinkComparison.FindConflict(wanted, actual) is null
        && LinkComparison.FindChanges(wanted, actual) is null
        && LinkComparison.FindMissingNames(wanted, actual) is null;

    /// <summary>A bridge tells of its ports under the same type, as of another family than the link's (<c>ifi_family</c>).</summary>
    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload is [AF_UNSPEC, ..];

    internal override bool Differs(Link previous, Link current) => !LinkComparison.Settle(previous).Equals(LinkComparison.Settle(current));

    private protected override void Validate(Link item)
    {
        base.Validate(item);
        ValidateAttributes(item);
        if (NeedsCompletion(item) && item.Name is null && item.Index == 0)
        {
            throw new ArgumentException("A link with an alias or alternative names needs a name of its own, by which they are set.", nameof(item));
        }

        if (NeedsCompletion(item) && (item.Namespace is not null || item.NamespaceProcessId is not null))
        {
            throw new ArgumentException("Alias and alternative names are set in the namespace of the connection: set those of a link in another namespace from there.", nameof(item));
        }
    }

    private protected override void ValidateForBatch(Link item)
    {
        if (NeedsCompletion(item))
        {
            throw new ArgumentException("The kernel takes alias and alternative names only of a link that exists: add the link without them, and then state them.", nameof(item));
        }
    }

    private protected override void CompleteAddition(Link item)
    {
        if (!NeedsCompletion(item))
        {
            return;
        }

        LinkReference link = ReferenceTo(item);
        try
        {
            if (!string.IsNullOrEmpty(item.Alias))
            {
                SetAlias(link, item.Alias);
            }

            foreach (string name in item.AlternativeNames ?? [])
            {
                AddAlternativeName(link, name);
            }
        }
        catch (NetlinkException)
        {
            // A link is made as it was wanted, or not at all.
            TryDelete(link);
            throw;
        }
    }

    private protected override Link DeletionOf(Link item)
    {
        // Never more than the identity: an unnamed link with a group would delete the group.
        LinkReference link = ReferenceTo(item);
        return link.Index != 0 ? new Link { Index = link.Index }
            : !link.IsAlternativeOnly ? new Link { Name = link.Name }
            : throw new ArgumentException($"'{link.Name}' is too long for a link's own name: delete it by reference.", nameof(item));
    }

    private static LinkReference ReferenceTo(Link item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Index != 0 ? item.Index
            : item.Name is not null ? item.Name
            : throw new ArgumentException("The link states neither index nor name.", nameof(item));
    }

    private static bool NeedsCompletion(Link item) => !string.IsNullOrEmpty(item.Alias) || item.AlternativeNames is { Count: > 0 };

    private static void ValidateAttributes(Link item)
    {
        if (item.Name is not null)
        {
            InterfaceName.Validate(item.Name, nameof(Link.Name));
        }

        if (item.Mtu is { } mtu)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(mtu, nameof(Link.Mtu));
        }

        if (item.Alias is not null && Encoding.UTF8.GetByteCount(item.Alias) is > LongestAlias and var length)
        {
            throw new ArgumentException($"An alias has at most {LongestAlias} bytes; this has {length}.", nameof(item));
        }

        foreach (string name in item.AlternativeNames ?? [])
        {
            _ = new LinkReference(name);
        }

        if (item.Kind is VethLink { Peer: { } peer })
        {
            ValidateAttributes(peer);
            if (peer.IsUp is true)
            {
                throw new ArgumentException("The kernel cannot bring up the peer before the pair is complete: make the pair, and then set the peer up.", nameof(item));
            }
        }
    }
}
