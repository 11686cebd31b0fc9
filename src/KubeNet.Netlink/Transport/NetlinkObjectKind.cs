namespace KubeNet.Netlink.Transport;

/// <summary>What the messages of a kind of object are called.</summary>
/// <param name="Name">The object in errors: <c>route</c>.</param>
/// <param name="Plural">Several of them: <c>routes</c>.</param>
/// <param name="New">Creation and notification, such as <c>RTM_NEWROUTE</c>.</param>
/// <param name="Delete">Deletion and its notification, such as <c>RTM_DELROUTE</c>.</param>
/// <param name="Get">Reading, such as <c>RTM_GETROUTE</c>.</param>
/// <param name="Groups">The multicast groups of the notifications (<c>RTNLGRP_*</c>).</param>
public sealed record NetlinkObjectKind(string Name, string Plural, ushort New, ushort Delete, ushort Get, NetlinkList<uint> Groups)
{
    internal string Adding { get; } = $"add {Name}";

    internal string Replacing { get; } = $"replace {Name}";

    internal string Deleting { get; } = $"delete {Name}";

    internal string Getting { get; } = $"get {Name}";

    internal string Listing { get; } = $"list {Plural}";
}
