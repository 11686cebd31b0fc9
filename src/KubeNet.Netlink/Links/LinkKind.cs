using System.Buffers;
using System.Text;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>What a link is, and the attributes that only its kind has (<c>IFLA_INFO_KIND</c>, <c>IFLA_INFO_DATA</c>).</summary>
public abstract record LinkKind : INetlinkBody
{
    private const int Capacity = 16 * 1024;

    /// <summary>The kernel's name of the kind: <c>vxlan</c>, <c>bridge</c> …</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int HeaderLength { get; }

    /// <inheritdoc/>
    public abstract NetlinkAttributeTable? Attributes { get; }

    /// <summary>Attributes that no property stands for, or whose length does not fit theirs, as they came and in that order. They are written after the others.</summary>
    public NetlinkList<RawAttribute> UnknownAttributes { get; init; } = NetlinkList<RawAttribute>.Empty;

    /// <inheritdoc/>
    public abstract void Write(ref NetlinkWriter writer);

    /// <summary>The first attribute that cannot be changed and differs from what is wanted; null if there is none.</summary>
    /// <param name="actual">A link of the same kind that exists.</param>
    internal virtual LinkConflict? FindConflict(LinkKind actual) => null;

    /// <summary>This without what the kernel never reports, or reports in another form, where the link that exists has it already.</summary>
    internal virtual LinkKind Without(LinkKind actual) => this;

    /// <summary>This without what changes by itself: timers, counters.</summary>
    internal virtual LinkKind Settle() => this;

    /// <summary>This, as read, without what is written along with an attribute and never reported.</summary>
    internal virtual LinkKind AsReported() => this;

    /// <summary>The attributes that are stated here and differ from those of a link that exists; null if none do.</summary>
    internal LinkKind? DifferenceFrom(LinkKind actual)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * Capacity);
        try
        {
            ReadOnlySpan<byte> there = Encode(actual.AsReported(), buffer.AsSpan(0, Capacity), includesReported: true);
            ReadOnlySpan<byte> stated = Encode(Without(actual), buffer.AsSpan(Capacity, Capacity), includesReported: false);
            List<RawAttribute>? different = null;
            var reader = new NetlinkAttributeReader(stated);
            while (reader.Read())
            {
                if (!Contains(there, reader))
                {
                    (different ??= []).Add(reader.ToRaw());
                }
            }

            return different is null ? null : new UnknownLinkKind(Name) { UnknownAttributes = NetlinkList.From(different) };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Says the kind's name; the rest is said by the kind.</summary>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name);
        return true;
    }

    /// <summary>The conflict of an attribute that cannot be changed: it is stated, and what exists has another value.</summary>
    private protected static LinkConflict? Fixed<T>(string property, T? wanted, T? actual) where T : struct, IEquatable<T> =>
        wanted is { } value && !(actual is { } there && there.Equals(value)) ? new LinkConflict(property, wanted.ToString(), actual?.ToString()) : null;

    /// <summary>The conflict of an attribute that is said by being there and cannot be changed.</summary>
    private protected static LinkConflict? FixedFlag(string property, bool? wanted, bool? actual) => Fixed(property, wanted, actual ?? false);

    private static bool Contains(ReadOnlySpan<byte> attributes, NetlinkAttributeReader wanted)
    {
        var reader = new NetlinkAttributeReader(attributes);
        while (reader.Read())
        {
            if (reader.Type == wanted.Type && reader.Value.SequenceEqual(wanted.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Encode(LinkKind kind, Span<byte> buffer, bool includesReported)
    {
        var writer = new NetlinkWriter(buffer) { IncludesReported = includesReported };
        kind.Write(ref writer);
        return buffer[..writer.Length];
    }
}
