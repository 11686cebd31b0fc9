using System.Net;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.IntegrationTests.Links;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Errors;

/// <summary>What the kernel refuses: the whole message, and what a program reads of it.</summary>
public sealed class KernelRefusalTests : LinkTest
{
    private const int Nowhere = 4711;

    [Fact]
    public void An_interface_that_is_there_already()
    {
        var item = new Link { Name = "a0", Kind = new IfbLink() };
        Links.Add(item);

        NetlinkException error = Expect("Cannot add link 'a0' (ifb): EEXIST (File exists).", () => Links.Add(item));

        Assert.Equal((LinuxError.EEXIST, 17, "add link", "'a0' (ifb)"), (error.Error, error.Errno, error.Operation, error.Subject));
        Assert.Null(error.AttributePath);
        Assert.False(Links.TryAdd(item));
    }

    [Fact]
    public void A_name_that_another_link_has()
    {
        Links.Add(new Link { Name = "a0", Kind = new IfbLink() });
        Links.Add(new Link { Name = "b0", Kind = new IfbLink() });

        Expect("?", () => Links.Rename("b0", "a0"));
    }

    [Theory]
    [InlineData(67)]
    [InlineData(65536)]
    public void An_mtu_that_the_device_does_not_take(int mtu)
    {
        Links.Add(new Link { Name = "veth0", Kind = new VethLink { Peer = new Link { Name = "veth1" } } });

        NetlinkException error = Expect("?", () => Links.SetMtu("veth0", mtu));

        Assert.Equal(("Link.Mtu (IFLA_MTU)", "68 to 65535"), (error.AttributePath, error.Details.AllowedRange));
    }

    [Fact]
    public void An_attribute_of_a_kind()
    {
        NetlinkException error = Expect("?", () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), DontFragment = (VxlanDontFragment)7 } }));

        Assert.Equal("Link.Kind.DontFragment (IFLA_VXLAN_DF)", error.AttributePath);
    }

    [Fact]
    public void An_attribute_of_a_kind_that_is_missing() => Expect("?", () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink() }));

    [Fact]
    public void A_vni_that_another_device_has()
    {
        Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), Port = 4789 } });

        Expect("?", () => Links.Add(new Link { Name = "vx1", Kind = new VxlanLink { Vni = new Vni(1), Port = 4789 } }));
    }

    [Fact]
    public void A_range_of_ports_that_is_upside_down()
    {
        NetlinkException error = Expect("?", () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), SourcePorts = new PortRange(200, 100) } }));

        Assert.Equal("Link.Kind.SourcePorts (IFLA_VXLAN_PORT_RANGE)", error.AttributePath);
    }

    [Fact]
    public void An_attribute_of_the_peer()
    {
        Expect("?", () => Links.Add(new Link { Name = "a0", Kind = new VethLink { Peer = new Link { Name = "a1", Mtu = 10 } } }));
    }

    [Fact]
    public void A_kind_that_the_kernel_does_not_have()
    {
        NetlinkException error = Expect("?", () => Links.Add(new Link { Name = "a0", Kind = new UnknownLinkKind("no-such-kind") }));

        Assert.Equal((LinuxError.EOPNOTSUPP, "Unknown device type"), (error.Error, error.KernelMessage));
    }

    [Fact]
    public void An_interface_that_is_not_there()
    {
        using RouteNetlink netlink = Namespace.Connect();
        Expect("?", () => Links.Get("nowhere"));
        Expect("?", () => Links.Get(Nowhere));
        Expect("?", () => Links.Delete("nowhere"));
        Expect("?", () => Links.SetMtu("nowhere", 1500));
        Expect("?", () => netlink.Addresses.Add(new Address { InterfaceIndex = Nowhere, Local = InterfaceAddress.Parse("10.0.0.1/24") }));
        Expect("?", () => netlink.Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = Nowhere }));
        Expect("?", () => netlink.Neighbors.Add(new Neighbor { InterfaceIndex = Nowhere, Destination = IPAddress.Parse("10.0.0.2"), LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:02") }));
        Expect("?", () => netlink.Fdb.Add(new FdbEntry { InterfaceIndex = Nowhere, MacAddress = MacAddress.Parse("02:00:00:00:00:02") }));
    }

    [Fact]
    public void A_process_that_has_ended() =>
        Expect("?", () => Links.Add(new Link { Name = "a0", Kind = new IfbLink(), NamespaceProcessId = int.MaxValue }));

    private static NetlinkException Expect(string message, Action act)
    {
        NetlinkException error = Assert.Throws<NetlinkException>(act);
        Console.Error.WriteLine("MSG " + error.Message + " | " + error.AttributePath);
        return error;
    }
}
