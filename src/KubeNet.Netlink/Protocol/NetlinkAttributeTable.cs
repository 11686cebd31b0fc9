using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KubeNet.Netlink.Protocol;

/// <summary>The names of a record's attributes, so that an error can say which of them the kernel refused.</summary>
public sealed class NetlinkAttributeTable
{
    private readonly NetlinkAttributeEntry[] _entries;
    private FrozenDictionary<ushort, NetlinkAttributeEntry>? _byId;

    /// <summary>Makes the table of a record.</summary>
    public NetlinkAttributeTable(string record, params NetlinkAttributeEntry[] entries)
    {
        Record = record;
        _entries = entries;
    }

    /// <summary>The record's name.</summary>
    public string Record { get; }

    /// <summary>All entries, as declared.</summary>
    public ReadOnlySpan<NetlinkAttributeEntry> Entries => _entries;

    /// <summary>The entry of an attribute's number.</summary>
    public bool TryGet(ushort id, [NotNullWhen(true)] out NetlinkAttributeEntry? entry) =>
        (_byId ??= _entries.ToFrozenDictionary(e => e.Id)).TryGetValue(id, out entry);
}
