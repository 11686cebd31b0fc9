using KubeNet.Netlink.Links;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Errors;

/// <summary>What no kernel would take is refused before a request is made, with words that tell the rule.</summary>
public sealed class BadValueTests
{
    [Fact]
    public void A_name_of_sixteen_bytes() => Expect<ArgumentException>(
        "'sixteen-bytes-xx' cannot name an interface: it has 16 bytes, and at most 15 are allowed. (Parameter 'Name')",
        static links => links.Add(new Link { Name = "sixteen-bytes-xx", Kind = new IfbLink() }));

    [Fact]
    public void A_vni_of_two_to_the_24th() => Expect<ArgumentOutOfRangeException>(
        "A VXLAN network identifier has 24 bits: 0 to 16777215. (Parameter 'value')\nActual value was 16777216.",
        static links => links.Add(new Link { Name = "vx0", Kind = new VxlanLink { Vni = new Vni(1 << 24) } }));

    [Fact]
    public void A_mac_address_of_five_bytes()
    {
        Expect<ArgumentException>(
            "A MAC address has 6 bytes, not 5. (Parameter 'bytes')",
            static links => links.SetAddress("lo", new MacAddress([2, 0, 0, 0, 1])));
        Expect<FormatException>(
            "'02:00:00:00:01' is not a MAC address: six octets of two hexadecimal digits are expected, as in 02:42:ac:11:00:02.",
            static links => links.SetAddress("lo", MacAddress.Parse("02:00:00:00:01")));
    }

    [Fact]
    public void A_negative_mtu()
    {
        Expect<ArgumentOutOfRangeException>(
            "mtu ('-1') must be a non-negative value. (Parameter 'mtu')\nActual value was -1.",
            static links => links.SetMtu("lo", -1));
        Expect<ArgumentOutOfRangeException>(
            "Mtu ('-1') must be a non-negative value. (Parameter 'Mtu')\nActual value was -1.",
            static links => links.Add(new Link { Name = "a0", Mtu = -1, Kind = new IfbLink() }));
    }

    [Fact]
    public void A_prefix_with_host_bits() => Expect<FormatException>(
        "10.0.0.5/24 is not the destination of a route: 10.0.0.5 has bits beyond the first 24. The prefix is 10.0.0.0/24.",
        static _ => Route.To("10.0.0.5/24"));

    private static void Expect<T>(string message, Action<LinkOperations> act)
        where T : Exception
    {
        // Nothing is sent, so it does not matter where to.
        using var netlink = new RouteNetlink(new NetlinkConnection(new InMemoryTransport(new InMemoryKernel())));
        T error = Assert.Throws<T>(() => act(netlink.Links));
        Assert.Equal(message, error.Message);
    }
}
