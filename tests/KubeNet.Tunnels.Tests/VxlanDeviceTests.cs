using System.Net;
using CsCheck;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.State;

namespace KubeNet.Tunnels.Tests;

public sealed class VxlanDeviceTests
{
    private static readonly VxlanDevice s_device = new() { Name = "vx", Vni = new Vni(7), Underlay = "eth0", LocalAddress = IPAddress.Parse("192.0.2.1") };

    [Fact]
    public void A_device_becomes_a_link()
    {
        StateLink link = s_device.ToLink();
        var kind = Assert.IsType<VxlanLink>(link.Link.Kind);
        Assert.Equal("vx", link.Name);
        Assert.Equal("eth0", link.Parent);
        Assert.Equal(new Vni(7), kind.Vni);
        Assert.Equal(VxlanPort.Iana, kind.Port);
        Assert.False(kind.Learning);
        Assert.Equal(1450, link.Link.Mtu);
        Assert.Equal(TunnelMac.Derive(IPAddress.Parse("192.0.2.1"), new Vni(7)), link.Link.Address);
        Assert.True(link.Link.IsUp);
    }

    [Fact]
    public void Over_IPv6_the_headers_take_more() =>
        Assert.Equal(8930, (s_device with { LocalAddress = IPAddress.Parse("2001:db8::1"), UnderlayMtu = 9000 }).ToLink().Link.Mtu);

    [Fact]
    public void What_is_not_possible_is_refused_in_words()
    {
        Refused<ArgumentException>("at most 15", s_device with { Name = "a-very-long-name-" });
        Refused<ArgumentOutOfRangeException>("A UDP port is 1 to 65535.", s_device with { Port = 0 });
        Refused<ArgumentOutOfRangeException>("An MTU of 1451 bytes does not fit: the underlay has 1500, of which VXLAN over IPv4 takes 50, which leaves 1450.", s_device with { Mtu = 1451 });
        Refused<ArgumentOutOfRangeException>("IPv4 needs an MTU of 68 bytes.", s_device with { Mtu = 67 });
        Refused<ArgumentOutOfRangeException>("An underlay of 100 bytes", s_device with { UnderlayMtu = 100 });
        Refused<ArgumentException>("224.0.0.1 is no address of a node.", s_device with { LocalAddress = IPAddress.Parse("224.0.0.1") });
        Refused<ArgumentException>(":: is no address of a node.", s_device with { LocalAddress = IPAddress.IPv6Any });
        Assert.Contains("24 bits: 0 to 16777215", Assert.Throws<ArgumentOutOfRangeException>(() => s_device with { Vni = new Vni(1 << 24) }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Derived_addresses_are_of_single_stations_and_always_the_same() =>
        Gen.Select(Gen.UInt, Gen.UInt[0, Vni.Maximum]).Sample((address, vni) =>
        {
            MacAddress mac = TunnelMac.Derive(new IPAddress(address), new Vni(vni));
            Assert.True(mac.IsLocallyAdministered);
            Assert.False(mac.IsMulticast);
            Assert.Equal(mac, TunnelMac.Derive(new IPAddress(address), new Vni(vni)));
            Assert.NotEqual(mac, TunnelMac.Derive(new IPAddress(address), new Vni(vni ^ 1)));
        });

    private static void Refused<T>(string words, VxlanDevice device) where T : ArgumentException =>
        Assert.Contains(words, Assert.ThrowsAny<T>(device.ToLink).Message, StringComparison.Ordinal);
}
