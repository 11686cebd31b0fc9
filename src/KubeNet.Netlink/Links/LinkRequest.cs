using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>A request that names one link and states little else, without a record for it.</summary>
/// <param name="Target">The link.</param>
internal readonly record struct LinkRequest(LinkReference Target) : INetlinkBody
{
    private const int IfInfoMessageSize = 16;
    private const int IndexOffset = 4;

    /// <summary>What is to be reported (<c>IFLA_EXT_MASK</c>).</summary>
    public LinkFields? Fields { get; init; }

    /// <summary>The attributes that are stated.</summary>
    public Link? Changes { get; init; }

    /// <summary>A name that is added or removed (<c>IFLA_PROP_LIST</c>).</summary>
    public string? AlternativeName { get; init; }

    public int HeaderLength => IfInfoMessageSize;

    public NetlinkAttributeTable? Attributes => Link.AttributeTable;

    public void Write(ref NetlinkWriter writer)
    {
        if (Changes is null)
        {
            MemoryMarshal.Write(writer.WriteHeader(IfInfoMessageSize)[IndexOffset..], Target.Index);
        }
        else
        {
            (Changes with { Index = Target.Index }).Write(ref writer);
        }

        if (Target.Name is { } name)
        {
            writer.WriteString(Target.IsAlternativeOnly ? IFLA_ALT_IFNAME : IFLA_IFNAME, name);
        }

        if (Fields is { } fields)
        {
            writer.WriteUInt32(IFLA_EXT_MASK, fields.ToMask());
        }

        if (AlternativeName is not null)
        {
            int list = writer.BeginNested(IFLA_PROP_LIST);
            writer.WriteString(IFLA_ALT_IFNAME, AlternativeName);
            writer.EndNested(list);
        }
    }

    public string? Describe() => AlternativeName is null ? Target.ToString() : $"{Target} (alternative name '{AlternativeName}')";
}
