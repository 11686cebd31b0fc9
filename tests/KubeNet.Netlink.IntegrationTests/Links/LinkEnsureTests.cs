using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class LinkEnsureTests : LinkTest
{
    private static readonly string[] s_withoutOwnAddress = ["vxlan external", "macvlan passthru"];

    [Theory]
    [MemberData(nameof(LinkSamples.OnHost), MemberType = typeof(LinkSamples))]
    public void Does_nothing_the_second_time(string name)
    {
        Links.Add(new Link { Name = "parent0", Kind = new VethLink { Peer = new Link { Name = "parent1" } }, IsUp = true });
        Link wanted = LinkSamples.All[name].Make(Links.Get("parent0").Index) with
        {
            Name = "wanted0",
            Alias = "alias",
            AlternativeNames = ["other-name-of-the-link"],
            Group = 3,
            Address = s_withoutOwnAddress.Contains(name) ? null : MacAddress.Parse("02:00:00:00:00:11"),
        };
        Assert.Equal(EnsureResult.Created, Links.Ensure(wanted));
        using NetlinkSocket monitor = Monitor();

        Assert.Equal(EnsureResult.Unchanged, Links.Ensure(wanted));

        Assert.Equal(0, monitor.Receive(new byte[4096], TimeSpan.Zero));
    }

    [Fact]
    public void Changes_only_what_differs()
    {
        Links.Add(new Link { Name = "br0", Kind = new BridgeLink { AgeingTime = 1000, ForwardDelay = 500 }, Address = MacAddress.Parse("02:00:00:00:00:11"), Mtu = 1400 });
        Ip("neigh add 10.0.0.1 lladdr 02:00:00:00:00:22 dev br0 nud permanent");

        EnsureResult result = Links.Ensure(new Link
        {
            Name = "br0",
            Kind = new BridgeLink { AgeingTime = 1000, ForwardDelay = 600, NoLinkLocalLearning = true },
            Address = MacAddress.Parse("02:00:00:00:00:11"),
            Mtu = 1300,
            IsUp = true,
        });

        Assert.Equal(EnsureResult.Changed, result);
        Link link = Links.Get("br0");
        BridgeLink bridge = Assert.IsType<BridgeLink>(link.Kind);
        Assert.Equal((1000u, 600u, true), (bridge.AgeingTime, bridge.ForwardDelay, bridge.NoLinkLocalLearning));
        Assert.Equal((1300, true), (link.Mtu, link.IsUp));
        Assert.Contains("PERMANENT", Ip("neigh show dev br0"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_the_senders_of_a_macvlan_as_a_set()
    {
        Links.Add(new Link { Name = "parent0", Kind = new IfbLink() });
        MacAddress[] senders = [MacAddress.Parse("02:00:00:00:00:01"), MacAddress.Parse("02:00:00:00:00:02"), MacAddress.Parse("02:00:00:00:00:03")];
        Link wanted = new()
        {
            Name = "mv0",
            ParentIndex = Links.Get("parent0").Index,
            Kind = new MacvlanLink { Mode = MacvlanMode.Source, SourceAddresses = [.. senders] },
        };

        Assert.Equal(EnsureResult.Created, Links.Ensure(wanted));
        Assert.Equal(senders.Order(), Assert.IsType<MacvlanLink>(Links.Get("mv0").Kind).SourceAddresses!.Order());
        Assert.Equal(EnsureResult.Unchanged, Links.Ensure(wanted with { Kind = new MacvlanLink { SourceAddresses = [.. senders.Reverse()] } }));
        Assert.Equal(EnsureResult.Changed, Links.Ensure(wanted with { Kind = new MacvlanLink { SourceAddresses = [senders[2]] } }));
        Assert.Equal([senders[2]], Assert.IsType<MacvlanLink>(Links.Get("mv0").Kind).SourceAddresses!);
        Assert.Equal(EnsureResult.Changed, Links.Ensure(wanted with { Kind = new MacvlanLink { SourceAddresses = [] } }));
        Assert.Null(Assert.IsType<MacvlanLink>(Links.Get("mv0").Kind).SourceAddresses);
    }

    [Fact]
    public void Names_the_attribute_that_cannot_be_changed()
    {
        Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(5), Port = 4789 } });

        LinkConflictException vni = Assert.Throws<LinkConflictException>(() => Links.Ensure(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(6) } }));
        LinkConflictException kind = Assert.Throws<LinkConflictException>(() => Links.Ensure(new Link { Name = "vx0", Kind = new BridgeLink() }));
        LinkConflictException flag = Assert.Throws<LinkConflictException>(() => Links.Ensure(new Link { Name = "vx0", Kind = new VxlanLink { GroupPolicy = true } }));

        Assert.Equal(("vx0", "Vni", "6", "5"), (vni.Link, vni.Property, vni.Wanted, vni.Actual));
        Assert.Equal(("Kind", "bridge", "vxlan"), (kind.Property, kind.Wanted, kind.Actual));
        Assert.Equal(("GroupPolicy", "True"), (flag.Property, flag.Wanted));
        Assert.StartsWith("The link 'vx0' exists with Vni 5, and 6 is wanted.", vni.Message, StringComparison.Ordinal);
    }

    private NetlinkSocket Monitor()
    {
        int descriptor = Namespace.CreateRawSocket(Tmds.Linux.LibC.AF_NETLINK, Tmds.Linux.LibC.SOCK_RAW, 0);
        NetlinkSocket socket = NetlinkSocket.FromDescriptor(descriptor, null);
        socket.JoinGroup(1);
        return socket;
    }
}
