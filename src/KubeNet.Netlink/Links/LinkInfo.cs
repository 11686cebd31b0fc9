using System.Diagnostics.CodeAnalysis;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>The payload of <c>IFLA_LINKINFO</c>: what a link is, and what its master knows of it.</summary>
internal sealed record LinkInfo : INetlinkValue<LinkInfo>
{
    /// <summary>A link's attributes may hold another link's, as those of a pair do. More than this many is nonsense, or an attack on the stack.</summary>
    private const int DeepestNest = 4;

    [ThreadStatic]
    private static int s_depth;

    public LinkKind? Kind { get; init; }

    public string? PortKindName { get; init; }

    public NetlinkList<RawAttribute>? PortAttributes { get; init; }

    public NetlinkList<RawAttribute> UnknownAttributes { get; init; } = NetlinkList<RawAttribute>.Empty;

    public static bool TryRead(ReadOnlySpan<byte> value, [MaybeNullWhen(false)] out LinkInfo result)
    {
        result = null;
        if (s_depth == DeepestNest)
        {
            return false;
        }

        s_depth++;
        try
        {
            result = Read(value);
            return true;
        }
        catch (NetlinkFormatException)
        {
            // The link itself is sound; what only its kind understands is kept raw.
            return false;
        }
        finally
        {
            s_depth--;
        }
    }

    public static NetlinkAttributeTable? TableOf(ReadOnlySpan<byte> value)
    {
        NetlinkAttributeTable? kind = NameOf(value, IFLA_INFO_KIND) is { } name ? LinkKindRegistry.TableOf(name) : null;
        return new NetlinkAttributeTable(
            "Info",
            new NetlinkAttributeEntry(IFLA_INFO_KIND, "Kind", nameof(IFLA_INFO_KIND)),
            new NetlinkAttributeEntry(IFLA_INFO_DATA, "Kind", nameof(IFLA_INFO_DATA), kind is null ? null : _ => kind),
            new NetlinkAttributeEntry(IFLA_INFO_SLAVE_KIND, "PortKindName", nameof(IFLA_INFO_SLAVE_KIND)),
            new NetlinkAttributeEntry(IFLA_INFO_SLAVE_DATA, "PortAttributes", nameof(IFLA_INFO_SLAVE_DATA)));
    }

    /// <summary>As the kernel wants it: the kind's name before its attributes, the port's name before the port's.</summary>
    public void Write(ref NetlinkWriter writer)
    {
        if (Kind is not null)
        {
            writer.WriteString(IFLA_INFO_KIND, Kind.Name);
            int before = writer.Length;
            int data = writer.BeginNested(IFLA_INFO_DATA);
            int start = writer.Length;
            Kind.Write(ref writer);
            if (writer.Length == start)
            {
                writer.TruncateTo(before);
            }
            else
            {
                writer.EndNested(data);
            }
        }

        if (PortKindName is not null)
        {
            writer.WriteString(IFLA_INFO_SLAVE_KIND, PortKindName);
        }

        if (PortAttributes is not null)
        {
            int data = writer.BeginNested(IFLA_INFO_SLAVE_DATA);
            WriteAll(ref writer, PortAttributes);
            writer.EndNested(data);
        }

        if (writer.IncludesReported)
        {
            WriteAll(ref writer, UnknownAttributes);
        }
    }

    private static LinkInfo Read(ReadOnlySpan<byte> value)
    {
        string? name = null;
        string? portName = null;
        ReadOnlySpan<byte> data = default;
        NetlinkList<RawAttribute>? port = null;
        List<RawAttribute>? unknown = null;
        var reader = new NetlinkAttributeReader(value);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case IFLA_INFO_KIND when reader.TryGetString(out string? text):
                    name = text;
                    break;
                case IFLA_INFO_DATA:
                    data = reader.Value;
                    break;
                case IFLA_INFO_SLAVE_KIND when reader.TryGetString(out string? text):
                    portName = text;
                    break;
                case IFLA_INFO_SLAVE_DATA:
                    port = ReadAll(reader.Value);
                    break;
                default:
                    (unknown ??= []).Add(reader.ToRaw());
                    break;
            }
        }

        return new LinkInfo
        {
            Kind = string.IsNullOrEmpty(name) ? null : LinkKindRegistry.Read(name, data) ?? new UnknownLinkKind(name) { UnknownAttributes = ReadAll(data) },
            PortKindName = portName,
            PortAttributes = port,
            UnknownAttributes = unknown is null ? NetlinkList<RawAttribute>.Empty : NetlinkList.From(unknown),
        };
    }

    private static NetlinkList<RawAttribute> ReadAll(ReadOnlySpan<byte> attributes)
    {
        var items = new List<RawAttribute>();
        var reader = new NetlinkAttributeReader(attributes);
        while (reader.Read())
        {
            items.Add(reader.ToRaw());
        }

        return NetlinkList.From(items);
    }

    private static void WriteAll(ref NetlinkWriter writer, NetlinkList<RawAttribute> attributes)
    {
        foreach (RawAttribute attribute in attributes.AsSpan())
        {
            attribute.Write(ref writer);
        }
    }

    private static string? NameOf(ReadOnlySpan<byte> value, ushort type)
    {
        var reader = new NetlinkAttributeReader(value);
        while (reader.Read())
        {
            if (reader.Type == type && reader.TryGetString(out string? name))
            {
                return name;
            }
        }

        return null;
    }
}
