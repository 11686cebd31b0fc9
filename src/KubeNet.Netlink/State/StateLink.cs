using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>A link of a state: <c>ip link add NAME type KIND</c>.</summary>
/// <param name="Link">
/// The link, with its name. What it leaves null is not looked at. Its indexes are not either: <see cref="Master"/> and
/// <see cref="Parent"/> are named. The alias is the owner's mark.
/// </param>
public sealed record StateLink(Link Link) : StateObject
{
    /// <summary>The bridge, bond or VRF to which it belongs, by name; empty for none; null is not looked at.</summary>
    public string? Master { get; init; }

    /// <summary>
    /// The link below it, by name: that of a VLAN or MACVLAN, and the underlay of a VXLAN (<c>dev</c>). Another one means
    /// another link: it is made anew. Null is not looked at.
    /// </summary>
    public string? Parent { get; init; }

    /// <summary>The name.</summary>
    public string Name => Link.Name ?? string.Empty;

    internal override string Noun => "link";

    internal override string Identity => Name;

    internal override string Details => new StateText()
        .Add("type", Link.Kind?.Name)
        .Add("id", (Link.Kind as VxlanLink)?.Vni)
        .Add("local", (Link.Kind as VxlanLink)?.Local)
        .Add("remote", (Link.Kind as VxlanLink)?.Remote)
        .Add("dstport", (Link.Kind as VxlanLink)?.Port)
        .Add("link", Parent)
        .Add("master", string.IsNullOrEmpty(Master) ? null : Master)
        .Add("address", Link.Address)
        .Add("mtu", Link.Mtu)
        .Add(Link.IsUp is true, "up")
        .ToString();

    /// <summary>Whether the kernel reported it, rather than someone wanting it.</summary>
    internal bool IsReported => Link.Index != 0;

    internal bool IsMarkedBy(StateOwner owner) => Link.Alias == owner.LinkMark;

    /// <summary>Whether what is there cannot become this: it is something else, or differs in what a link has for life.</summary>
    internal bool NeedsRemaking(StateLink actual) =>
        (Parent is not null && Parent != actual.Parent) || LinkComparison.FindConflict(Link with { ParentIndex = null }, actual.Link) is not null;

    internal string DescribeChange(StateLink before) => LinkChange.Between(before, this) is { } change ? change.Describe() : string.Empty;

    /// <summary>
    /// A link is made and marked in one send, so that a program that is killed leaves no link without its mark. The kernel
    /// takes an alias only of a link that exists.
    /// </summary>
    internal override void AddCreation(NetlinkBatch batch, StateTarget target)
    {
        int? parent = target.IndexOfOptional(string.IsNullOrEmpty(Parent) ? null : Parent);
        Link link = (IsReported ? LinkChange.ForCreation(Link) : Link) with
        {
            Alias = null,
            MasterIndex = target.IndexOfOptional(string.IsNullOrEmpty(Master) ? null : Master),
        };
        target.Netlink.Links.Add(batch, link.Kind is VxlanLink vxlan
            ? link with { Kind = vxlan with { UnderlyingIndex = parent } }
            : link with { ParentIndex = parent });
        if (!string.IsNullOrEmpty(Link.Alias))
        {
            LinkChange.AddTo(batch, Name, new Link { Alias = Link.Alias });
        }
    }

    internal override void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before)
    {
        if (LinkChange.Between((StateLink)before, this) is { } change)
        {
            LinkChange.AddTo(batch, Name, change.Attributes with { MasterIndex = target.IndexOfOptional(change.Master) });
        }
    }

    internal override void AddRemoval(NetlinkBatch batch, StateTarget target)
    {
        target.Netlink.Links.Delete(batch, new Link { Index = target.IndexOf(Name), Name = Name });
        target.Forget(Name);
    }
}
