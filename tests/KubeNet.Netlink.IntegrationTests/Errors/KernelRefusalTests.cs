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

        Expect("Cannot change link 'b0' (new name 'a0'): EEXIST (File exists).", () => Links.Rename("b0", "a0"));
    }

    [Theory]
    [InlineData(67, "mtu less than device minimum")]
    [InlineData(65536, "mtu greater than device maximum")]
    public void An_mtu_that_the_device_does_not_take(int mtu, string words)
    {
        Links.Add(new Link { Name = "veth0", Kind = new VethLink { Peer = new Link { Name = "veth1" } } });

        NetlinkException error = Expect(
            $"Cannot change link 'veth0': EINVAL (Invalid argument): {words}, at Link.Mtu (IFLA_MTU), which may be 68 to 65535.",
            () => Links.SetMtu("veth0", mtu));

        Assert.Equal((words, "Link.Mtu (IFLA_MTU)", "68 to 65535"), (error.KernelMessage, error.AttributePath, error.Details.AllowedRange));
    }

    [Fact]
    public void An_attribute_of_a_kind()
    {
        NetlinkException error = Expect(
            "Cannot add link 'vx0' (vxlan): EINVAL (Invalid argument): Invalid DF attribute, at Link.Kind.DontFragment (IFLA_VXLAN_DF).",
            () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), DontFragment = (VxlanDontFragment)7 } }));

        Assert.Equal("Link.Kind.DontFragment (IFLA_VXLAN_DF)", error.AttributePath);
    }

    [Fact]
    public void An_attribute_of_a_kind_that_is_missing() => Expect(
        "Cannot add link 'vx0' (vxlan): EINVAL (Invalid argument): Required attributes not provided to perform the operation.",
        () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink() }));

    [Fact]
    public void A_vni_that_another_device_has()
    {
        Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), Port = 4789 } });

        Expect(
            "Cannot add link 'vx1' (vxlan): EEXIST (File exists): A VXLAN device with the specified VNI already exists.",
            () => Links.Add(new Link { Name = "vx1", Kind = new VxlanLink { Vni = new Vni(1), Port = 4789 } }));
    }

    [Fact]
    public void A_range_of_ports_that_is_upside_down()
    {
        NetlinkException error = Expect(
            "Cannot add link 'vx0' (vxlan): EINVAL (Invalid argument): Invalid source port range, at Link.Kind.SourcePorts (IFLA_VXLAN_PORT_RANGE).",
            () => Links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1), SourcePorts = new PortRange(200, 100) } }));

        Assert.Equal("Link.Kind.SourcePorts (IFLA_VXLAN_PORT_RANGE)", error.AttributePath);
    }

    [Fact]
    public void A_kind_that_the_kernel_does_not_have()
    {
        NetlinkException error = Expect(
            "Cannot add link 'a0' (no-such-kind): EOPNOTSUPP (Operation not supported): Unknown device type. "
            + "The kernel has no link kind 'no-such-kind': load its module, or use a kernel that was built with it.",
            () => Links.Add(new Link { Name = "a0", Kind = new UnknownLinkKind("no-such-kind") }));

        Assert.Equal((LinuxError.EOPNOTSUPP, "Unknown device type"), (error.Error, error.KernelMessage));
    }

    [Fact]
    public void A_kind_that_the_kernel_does_not_have_in_a_batch()
    {
        using RouteNetlink netlink = Namespace.Connect();
        NetlinkBatch batch = netlink.Connection.CreateBatch();
        netlink.Links.Add(batch, new Link { Name = "a0", Kind = new UnknownLinkKind("no-such-kind") });

        Assert.EndsWith(
            "Unknown device type. The kernel has no such link kind: load its module, or use a kernel that was built with it.",
            Assert.Single(batch.Execute().Failures).Exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_device_cannot_do_is_not_laid_to_the_kernel_alone()
    {
        Links.Add(new Link { Name = "a0", Kind = new IfbLink() });

        NetlinkException error = Expect(
            "Cannot change link 'a0': EOPNOTSUPP (Operation not supported). "
            + "Either the device does not support this, or the kernel lacks the feature: then load its module or use a kernel that was built with it.",
            () => Links.SetCarrier("a0", true));

        Assert.StartsWith("Either the device", error.Details.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_is_not_there()
    {
        using RouteNetlink netlink = Namespace.Connect();
        Expect("Cannot get link 'nowhere': ENODEV (No such device).", () => Links.Get("nowhere"));
        Expect("Cannot get link with index 4711: ENODEV (No such device).", () => Links.Get(Nowhere));
        Expect("Cannot delete link 'nowhere': ENODEV (No such device).", () => Links.Delete("nowhere"));
        Expect("Cannot change link 'nowhere': ENODEV (No such device).", () => Links.SetMtu("nowhere", 1500));
        Expect(
            "Cannot add address 10.0.0.1/24 dev 4711: ENODEV (No such device): ipv4: Device not found.",
            () => netlink.Addresses.Add(new Address { InterfaceIndex = Nowhere, Local = InterfaceAddress.Parse("10.0.0.1/24") }));
        Expect(
            "Cannot add route 10.1.0.0/16 dev 4711: ENODEV (No such device).",
            () => netlink.Routes.Add(Route.To("10.1.0.0/16") with { OutputInterface = Nowhere }));
        Expect(
            "Cannot add neighbor 10.0.0.2 on interface 4711 at 02:00:00:00:00:02: ENODEV (No such device).",
            () => netlink.Neighbors.Add(new Neighbor { InterfaceIndex = Nowhere, Destination = IPAddress.Parse("10.0.0.2"), LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:02") }));
        Expect(
            "Cannot add FDB entry 02:00:00:00:00:02 on interface 4711 self: ENODEV (No such device): unknown ifindex.",
            () => netlink.Fdb.Add(new FdbEntry { InterfaceIndex = Nowhere, MacAddress = MacAddress.Parse("02:00:00:00:00:02") }));
    }

    [Fact]
    public void A_link_to_be_made_that_lacks_something()
    {
        Expect(
            "Cannot add link 'a0': EOPNOTSUPP (Operation not supported): Unknown device type. "
            + "There is no such link, and one that is to be made states its Kind.",
            () => Links.Ensure(new Link { Name = "a0", IsUp = true }));
        Expect(
            "Cannot add link 'a0' (macvlan): EINVAL (Invalid argument). It needs the link below: set ParentIndex.",
            () => Links.Add(new Link { Name = "a0", Kind = new MacvlanLink() }));
        Assert.EndsWith(
            ". Such a link comes with its device: TunDevice.Open makes both.",
            Assert.Throws<NetlinkException>(() => Links.Add(new Link { Name = "a0", Kind = new TunLink() })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_called_by_the_name_that_was_stated()
    {
        Links.Add(new Link { Name = "a0", Kind = new VethLink { Peer = new Link { Name = "a1" } } });
        Expect(
            "Cannot change link 'a0': EADDRNOTAVAIL (Cannot assign requested address).",
            () => Links.Ensure(new Link { Name = "a0", Address = MacAddress.Parse("01:00:00:00:00:09") }));
        Expect(
            "Cannot add alternative name to link 'a0' (alternative name 'a1'): EEXIST (File exists).",
            () => Links.AddAlternativeName("a0", "a1"));
    }

    [Fact]
    public void A_process_that_has_ended()
    {
        const string Reason =
            "ESRCH (No such process). Process 2147483647, in whose namespace the link shall be, does not exist or has ended.";
        Expect(
            "Cannot add link 'a0' (ifb): " + Reason,
            () => Links.Add(new Link { Name = "a0", Kind = new IfbLink(), NamespaceProcessId = int.MaxValue }));

        Links.Add(new Link { Name = "a0", Kind = new IfbLink() });
        Expect("Cannot change link 'a0': " + Reason, () => Links.Change("a0", new Link { NamespaceProcessId = int.MaxValue }));
    }

    private static NetlinkException Expect(string message, Action act)
    {
        NetlinkException error = Assert.Throws<NetlinkException>(act);
        Assert.Equal(message, error.Message);
        return error;
    }
}
