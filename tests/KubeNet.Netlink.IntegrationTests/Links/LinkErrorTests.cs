using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class LinkErrorTests : LinkTest
{
    [Fact]
    public void Says_that_the_link_exists()
    {
        Links.Add(new Link { Name = "a0", Kind = new IfbLink() });

        NetlinkException error = Assert.Throws<NetlinkException>(() => Links.Add(new Link { Name = "a0", Kind = new IfbLink() }));

        Assert.Equal(LinuxError.EEXIST, error.Error);
        Assert.StartsWith("Cannot add link 'a0' (ifb): EEXIST", error.Message, StringComparison.Ordinal);
        Assert.False(Links.TryAdd(new Link { Name = "a0", Kind = new IfbLink() }));
    }

    [Theory]
    [InlineData(67)]
    [InlineData(70000)]
    public void Says_which_mtu_a_link_takes(int mtu)
    {
        Links.Add(new Link { Name = "veth0", Kind = new VethLink { Peer = new Link { Name = "veth1" } } });

        NetlinkException error = Assert.Throws<NetlinkException>(() => Links.SetMtu("veth0", mtu));

        Assert.Equal((LinuxError.EINVAL, "68 to 65535", "Link.Mtu (IFLA_MTU)"), (error.Error, error.Details.AllowedRange, error.AttributePath));
        Assert.Throws<ArgumentOutOfRangeException>(() => Links.SetMtu("veth0", -1));
    }

    [Fact]
    public void Names_the_attribute_of_a_kind_that_the_kernel_refuses()
    {
        NetlinkException error = Assert.Throws<NetlinkException>(() => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), DontFragment = (VxlanDontFragment)7 } }));

        Assert.Contains("DontFragment (IFLA_VXLAN_DF)", error.AttributePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_name_of_sixteen_bytes_before_the_kernel_does()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Links.Add(new Link { Name = "sixteen-bytes-xx", Kind = new IfbLink() }));

        Assert.StartsWith("'sixteen-bytes-xx' cannot name an interface: it has 16 bytes, and at most 15 are allowed.", error.Message, StringComparison.Ordinal);
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

    [Fact]
    public void Says_that_a_kind_is_not_there()
    {
        NetlinkException error = Assert.Throws<NetlinkException>(() => Links.Add(new Link { Name = "a0", Kind = new UnknownLinkKind("no-such-kind") }));

        Assert.Equal(LinuxError.EOPNOTSUPP, error.Error);
        Assert.Equal("Unknown device type", error.KernelMessage?.TrimEnd('.'));
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
