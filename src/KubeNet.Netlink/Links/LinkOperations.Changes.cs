using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.if_link;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.Links;

/// <content>Changes of one link: <c>ip link set</c>.</content>
public sealed partial class LinkOperations
{
    private const string Changing = "change link";

    /// <summary>States attributes of a link anew: <c>ip link set</c>. What is null stays as it is.</summary>
    /// <param name="link">The link, by index or name.</param>
    /// <param name="changes">What is to change. A name is the new name. Its index is not looked at.</param>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused; what it did before it did.</exception>
    public void Change(LinkReference link, Link changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ValidateAttributes(changes);

        // A message has one place for a name: where that is the new one, the link goes by its index.
        LinkReference target = changes.Name is not null && link.Checked(nameof(link)).Index == 0 ? Get(link).Index : link.Checked(nameof(link));
        Change(target, changes, link);
    }

    /// <summary>Brings a link up: <c>ip link set up</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void SetUp(LinkReference link) => Change(link, s_up);

    /// <summary>Takes a link down: <c>ip link set down</c>. Its IPv6 addresses and routes are lost.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void SetDown(LinkReference link) => Change(link, s_down);

    /// <summary>Gives a link another name: <c>ip link set name</c>. Before Linux 6.2 it must be down.</summary>
    /// <exception cref="NetlinkException">The name is taken (<see cref="LinuxError.EEXIST"/>), there is no such link, or the kernel refused.</exception>
    public void Rename(LinkReference link, string newName)
    {
        InterfaceName.Validate(newName, nameof(newName));
        Change(link, new Link { Name = newName });
    }

    /// <summary>Makes a link the port of a bridge, bond or VRF: <c>ip link set master</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void SetMaster(LinkReference link, LinkReference master) =>
        Change(link, new Link { MasterIndex = master.Checked(nameof(master)).Index != 0 ? master.Index : Get(master).Index });

    /// <summary>Releases a link from its master: <c>ip link set nomaster</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void RemoveMaster(LinkReference link) => Change(link, s_withoutMaster);

    /// <summary>Sets the largest packet: <c>ip link set mtu</c>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="mtu">Bytes, within what the link reports (<see cref="Link.MinMtu"/>, <see cref="Link.MaxMtu"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    /// <exception cref="NetlinkException">The link does not take it; then <see cref="NetlinkError.AllowedRange"/> says what it takes.</exception>
    public void SetMtu(LinkReference link, int mtu)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mtu);
        Change(link, new Link { Mtu = mtu });
    }

    /// <summary>Sets the MAC address: <c>ip link set address</c>. Permanent neighbours on the link are lost.</summary>
    /// <exception cref="NetlinkException">It is a group's address, or the link does not take it.</exception>
    public void SetAddress(LinkReference link, MacAddress address) => Change(link, new Link { Address = address });

    /// <summary>Sets the text that goes with a link: <c>ip link set alias</c>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="alias">0 to 255 bytes; empty takes it away.</param>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void SetAlias(LinkReference link, string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        Change(link, new Link { Alias = alias });
    }

    /// <summary>Puts a link into a group: <c>ip link set group</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, or the kernel refused.</exception>
    public void SetGroup(LinkReference link, uint group) => Change(link, new Link { Group = group });

    /// <summary>Gives a link its carrier or takes it: <c>ip link set carrier</c>. Few kinds can, dummy among them.</summary>
    /// <exception cref="NetlinkException">There is no such link, or it cannot.</exception>
    public void SetCarrier(LinkReference link, bool hasCarrier) =>
        Change(link, new Link { UnknownAttributes = [new RawAttribute(IFLA_CARRIER, false, [hasCarrier ? (byte)1 : (byte)0])] });

    /// <summary>Gives a link a further name: <c>ip link property add altname</c>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="name">1 to 127 bytes.</param>
    /// <exception cref="NetlinkException">The name is taken (<see cref="LinuxError.EEXIST"/>), there is no such link, or the kernel refused.</exception>
    public void AddAlternativeName(LinkReference link, string name)
    {
        _ = new LinkReference(name);
        var request = new LinkRequest(link.Checked(nameof(link))) { AlternativeName = name };
        const NetlinkMessageFlags Flags = NetlinkMessageFlags.Create | NetlinkMessageFlags.Exclusive | NetlinkMessageFlags.Append;
        Connection.Execute(RTM_NEWLINKPROP, Flags, request, "add alternative name to link");
    }

    /// <summary>Takes a further name from a link: <c>ip link property del altname</c>.</summary>
    /// <exception cref="NetlinkException">There is no such link, it has no such name, or the kernel refused.</exception>
    public void RemoveAlternativeName(LinkReference link, string name)
    {
        _ = new LinkReference(name);
        var request = new LinkRequest(link.Checked(nameof(link))) { AlternativeName = name };
        Connection.Execute(RTM_DELLINKPROP, NetlinkMessageFlags.None, request, "remove alternative name of link");
    }

    /// <summary>
    /// Moves a link to another namespace, and renames it there, in one request: <c>ip link set netns NS name NAME</c>. The
    /// new name may be taken here. The link arrives down and without addresses.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="newName">Its name there; null keeps it.</param>
    /// <exception cref="NetlinkException">The name is taken there (<see cref="LinuxError.EEXIST"/>), the link cannot move, or the kernel refused.</exception>
    public void MoveTo(LinkReference link, NetworkNamespace target, string? newName = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (newName is not null)
        {
            InterfaceName.Validate(newName, nameof(newName));
        }

        Change(link, new Link { Namespace = target, Name = newName });
    }

    private static readonly Link s_up = new() { IsUp = true };
    private static readonly Link s_down = new() { IsUp = false };
    private static readonly Link s_withoutMaster = new() { MasterIndex = 0 };

    /// <summary>Changes a link that an error calls by the name that it was asked for.</summary>
    private void Change(LinkReference target, Link changes, LinkReference known)
    {
        // Only RTM_NEWLINK looks at the attributes of a kind or a port; without NLM_F_CREATE it makes nothing.
        ushort type = changes.Info is null ? RTM_SETLINK : RTM_NEWLINK;
        var request = new LinkRequest(target) { Changes = changes };
        if (Connection.TryExecute(type, NetlinkMessageFlags.None, request, Changing) is { } error)
        {
            string subject = changes.Name is null ? known.ToString() : $"{known} (new name '{changes.Name}')";
            throw new NetlinkException(Changing, subject, Explain(error, target, changes));
        }
    }
}
