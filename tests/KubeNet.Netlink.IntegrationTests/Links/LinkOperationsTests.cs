using KubeNet.Netlink.IntegrationTests.Namespaces;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class LinkOperationsTests : LinkTest
{
    private const string LongName = "an-alternative-name-of-more-than-fifteen-bytes";

    [Fact]
    public void Finds_a_link_by_index_name_and_alternative_names()
    {
        Links.Add(Bridge("br0") with { AlternativeNames = [LongName, "short"] });

        Link byName = Links.Get("br0");

        Assert.Equal("br0", byName.Name);
        Assert.Equal([LongName, "short"], byName.AlternativeNames!);
        Assert.Equal(byName.Index, Links.Get(byName.Index).Index);
        Assert.Equal(byName.Index, Links.Get(LongName).Index);
        Assert.Equal(byName.Index, Links.Get("short").Index);
        Assert.Null(Links.TryGet("nothing"));
        Assert.Equal(LinuxError.ENODEV, Assert.Throws<NetlinkException>(() => Links.Get("nothing")).Error);
    }

    [Fact]
    public void Reports_the_counters_of_ipv6_only_when_asked()
    {
        Assert.Equal(0UL, Links.Get("lo").Statistics!.Value.ReceivedPackets);
        Assert.True(Links.Get("lo").AddressFamilies!.Count < Links.Get("lo", LinkFields.Statistics).AddressFamilies!.Count);
    }

    [Fact]
    public void Sets_each_attribute_by_its_own_operation()
    {
        Links.Add(Bridge("br0"));
        Links.Add(new Link { Name = "port0", Kind = new VethLink() });
        var address = MacAddress.Parse("02:00:00:00:00:09");

        Links.SetMaster("port0", "br0");
        Links.SetMtu("port0", 1300);
        Links.SetAlias("port0", "what it is for");
        Links.SetAddress("port0", address);
        Links.SetGroup("port0", 77);
        Links.AddAlternativeName("port0", LongName);
        Links.Rename("port0", "renamed0");
        Links.SetUp("renamed0");

        Link link = Links.Get("renamed0");
        Assert.Equal(Links.Get("br0").Index, link.MasterIndex);
        Assert.Equal("bridge", link.PortKindName);
        Assert.NotEmpty(link.PortAttributes!);
        Assert.True(link.IsUp);
        Assert.Equal(1300, link.Mtu);
        Assert.Equal("what it is for", link.Alias);
        Assert.Equal(address, link.Address);
        Assert.Equal(77u, link.Group);

        Links.SetDown(LongName);
        Links.RemoveMaster(LongName);
        Links.SetAlias(LongName, "");
        Links.RemoveAlternativeName("renamed0", LongName);

        link = Links.Get("renamed0");
        Assert.False(link.IsUp);
        Assert.Null(link.MasterIndex);
        Assert.Null(link.Alias);
        Assert.Null(link.AlternativeNames);
    }

    [Fact]
    public async Task Does_the_same_asynchronously()
    {
        await Links.AddAsync(Ifb("a0"), TestContext.Current.CancellationToken);
        await Links.SetUpAsync("a0", TestContext.Current.CancellationToken);
        Assert.True((await Links.GetAsync("a0", cancellationToken: TestContext.Current.CancellationToken)).IsUp);
        Assert.True(await Links.TryDeleteAsync("a0", TestContext.Current.CancellationToken));
        Assert.False(await Links.TryDeleteAsync("a0", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Adds_with_alias_and_alternative_names_or_not_at_all()
    {
        Links.Add(Ifb("a0") with { Alias = "alias", AlternativeNames = [LongName] });
        Assert.Equal("alias", Links.Get(LongName).Alias);

        Assert.Throws<NetlinkException>(() => Links.Add(Ifb("b0") with { AlternativeNames = [LongName] }));
        Assert.Null(Links.TryGet("b0"));
    }

    [Fact]
    public void Lists_by_kind_master_and_group()
    {
        Links.Add(Bridge("br0"));
        Links.Add(Ifb("port0") with { MasterIndex = Links.Get("br0").Index, Group = 5 });
        Links.Add(Ifb("free0") with { Group = 5 });

        Assert.Equal(["br0", "free0", "lo", "port0"], Names(null));
        Assert.Equal(["free0", "port0"], Names(new LinkFilter { Kind = "ifb" }));
        Assert.Equal(["port0"], Names(new LinkFilter { MasterIndex = Links.Get("br0").Index }));
        Assert.Equal(["free0", "port0"], Names(new LinkFilter { Group = 5 }));
        Assert.Equal([], Names(new LinkFilter { Kind = "no such kind" }));
    }

    [Fact]
    public void Visits_without_objects()
    {
        Links.Add(Ifb("a0") with { Mtu = 1234, Address = MacAddress.Parse("02:00:00:00:00:01") });
        var visitor = new ViewVisitor();

        Links.Visit(new LinkFilter { Kind = "ifb" }, ref visitor);

        Assert.Equal(["a0 ifb 1234 020000000001"], visitor.Seen);
    }

    [Fact]
    public void Deletes_a_group_at_once()
    {
        Assert.False(Links.DeleteGroup(9));
        for (int i = 0; i < 5; i++)
        {
            Links.Add(Ifb($"a{i}") with { Group = 9 });
        }

        Links.Add(Ifb("other0"));

        Assert.True(Links.DeleteGroup(9));
        Assert.Equal(["lo", "other0"], Names(null));
    }

    [Fact]
    public void Makes_a_pair_with_its_peer_in_another_namespace()
    {
        using var other = new TemporaryNamespace();
        using RouteNetlink netlink = other.Namespace.Connect();
        var there = netlink.Links;
        Links.Add(Ifb("eth0"));

        Links.Add(new Link { Name = "veth0", Kind = new VethLink { Peer = new Link { Name = "eth0", Namespace = other.Namespace, Mtu = 1350 } } });

        Link peer = there.Get("eth0");
        Assert.Equal(1350, peer.Mtu);
        Assert.Equal(peer.Index, Links.Get("veth0").ParentIndex);
        Assert.NotNull(Links.Get("veth0").ParentNamespaceId);
    }

    [Fact]
    public void Makes_a_link_in_another_namespace()
    {
        using var other = new TemporaryNamespace();
        using RouteNetlink netlink = other.Namespace.Connect();

        Links.Add(Ifb("a0") with { Namespace = other.Namespace });

        Assert.Null(Links.TryGet("a0"));
        Assert.NotNull(netlink.Links.TryGet("a0"));
    }

    [Fact]
    public void Moves_and_renames_in_one_message_though_the_name_is_taken_here()
    {
        using var other = new TemporaryNamespace();
        using RouteNetlink netlink = other.Namespace.Connect();
        var there = netlink.Links;
        Links.Add(Ifb("eth0"));
        Links.Add(Ifb("moving0") with { Mtu = 1234 });
        there.Add(Bridge("moving0"));

        Links.MoveTo("moving0", other.Namespace, "eth0");

        Assert.Equal(1234, there.Get("eth0").Mtu);
        Assert.Equal("bridge", there.Get("moving0").Kind?.Name);
        Assert.NotEqual(1234, Links.Get("eth0").Mtu);
        Assert.Null(Links.TryGet("moving0"));
    }

    [Fact]
    public void Replaces_by_changing_what_exists()
    {
        Links.Replace(Bridge("br0"));
        Links.Replace(new Link { Name = "br0", Mtu = 1400, Kind = new BridgeLink { AgeingTime = 4242 } });

        Link link = Links.Get("br0");
        Assert.Equal(1400, link.Mtu);
        Assert.Equal(4242u, Assert.IsType<BridgeLink>(link.Kind).AgeingTime);
    }

    [Fact]
    public void Deletes_by_record_no_more_than_the_link_itself()
    {
        Links.Add(Ifb("a0") with { Group = 3 });
        Links.Add(Ifb("b0") with { Group = 3 });

        Links.Delete(new Link { Name = "a0", Group = 3 });

        Assert.Equal(["b0", "lo"], Names(null));
        Assert.Throws<ArgumentException>(() => Links.Delete(new Link { Group = 3 }));
    }

    private static Link Bridge(string name) => new() { Name = name, Kind = new BridgeLink() };

    private static Link Ifb(string name) => new() { Name = name, Kind = new IfbLink() };

    private string[] Names(LinkFilter? filter) => [.. Links.List(filter).Select(static link => link.Name!).Order(StringComparer.Ordinal)];

    private readonly struct ViewVisitor : INetlinkVisitor
    {
        public ViewVisitor() => Seen = [];

        public List<string> Seen { get; }

        public void Begin() => Seen.Clear();

        public bool Visit(in NetlinkMessage message)
        {
            var view = new LinkView(message);
            Seen.Add($"{System.Text.Encoding.UTF8.GetString(view.Name)} {System.Text.Encoding.UTF8.GetString(view.KindName)} {view.Mtu} {Convert.ToHexStringLower(view.Address)}");
            return true;
        }
    }
}
