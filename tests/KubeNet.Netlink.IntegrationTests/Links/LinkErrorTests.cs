using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class LinkErrorTests : LinkTest
{
    [Fact]
    public void Refuses_a_name_of_sixteen_bytes_of_any_link()
    {
        Assert.Throws<ArgumentException>(() => Links.Rename("lo", "sixteen-bytes-xx"));
        Assert.Throws<ArgumentException>(() => Links.Add(new Link { Name = "a0", Kind = new VethLink { Peer = new Link { Name = "sixteen-bytes-xx" } } }));
    }

    [Fact]
    public void Refuses_a_peer_that_is_up_before_the_kernel_does() =>
        Assert.Throws<ArgumentException>(() => Links.Add(new Link { Name = "a0", Kind = new VethLink { Peer = new Link { IsUp = true } } }));

    [Fact]
    public void Refuses_the_address_of_a_group()
    {
        Links.Add(new Link { Name = "veth0", Kind = new VethLink { Peer = new Link { Name = "veth1" } } });

        Assert.Equal(LinuxError.EADDRNOTAVAIL, Assert.Throws<NetlinkException>(() => Links.SetAddress("veth0", MacAddress.Parse("01:00:00:00:00:01"))).Error);
    }

    [Theory]
    [InlineData("bond", "type bond")]
    [InlineData("vlan", "link base0 type vlan id 5")]
    [Trait("Runs", "Lab")]
    public void Lists_and_deletes_a_kind_that_it_does_not_know(string kind, string command)
    {
        Ip("link add base0 type dummy");
        Ip($"link add name unknown0 {command}");

        Link link = Assert.Single(Links.List(new LinkFilter { Kind = kind }), static link => link.Name == "unknown0");
        Assert.Equal(kind, link.Kind?.Name);

        Assert.NotEmpty(Assert.IsType<UnknownLinkKind>(link.Kind).UnknownAttributes);

        Links.Delete(link);

        Assert.Null(Links.TryGet("unknown0"));
    }
}
