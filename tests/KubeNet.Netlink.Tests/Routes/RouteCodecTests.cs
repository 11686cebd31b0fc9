using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.Tests.Routes;

public sealed class RouteCodecTests
{
    // ip route add 10.1.0.0/16 via 10.0.0.2 dev (2) metric 50: family, lengths, tos, table, protocol, scope, type, flags; then
    // RTA_DST, RTA_GATEWAY, RTA_OIF, RTA_PRIORITY.
    private const string IPv4 =
        "02100000fe030001" + "00000000" + "08000500" + "0a000002" + "08000400" + "02000000" + "08000600" + "32000000" + "08000100" + "0a010000";

    [Fact]
    public void A_route_is_written_as_ip_writes_it()
    {
        Route route = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2"), OutputInterface = 2, Priority = 50 };
        Assert.Equal(AttributesOf(Convert.FromHexString(IPv4)), AttributesOf(Written(route)));
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        Route route = Route.Read(Convert.FromHexString(IPv4));
        Assert.Equal("10.1.0.0/16", route.Destination.ToString());
        Assert.Equal((AddressFamily.InterNetwork, 254u, RouteProtocol.Boot, RouteScope.Universe, RouteType.Unicast),
            (route.Family, route.Table, route.Protocol, route.Scope, route.Type));
        Assert.Equal(IPv4.Length / 2, Written(route).Length);
        Assert.Equal(route, Route.Read(Written(route)));
        Assert.Equal("10.1.0.0/16 via 10.0.0.2 dev 2 table 254 proto 3 metric 50", route.ToString());
    }

    [Theory]
    [InlineData(null, null, RouteScope.Link)]
    [InlineData(null, "10.0.0.1", RouteScope.Universe)]
    [InlineData(RouteType.Local, null, RouteScope.Host)]
    [InlineData(RouteType.Broadcast, null, RouteScope.Link)]
    [InlineData(RouteType.Blackhole, null, RouteScope.Universe)]
    public void Scope_and_table_are_those_that_ip_chooses(RouteType? type, string? gateway, RouteScope scope)
    {
        Route route = Route.To("10.1.0.0/16") with { Type = type, Gateway = gateway is null ? null : IPAddress.Parse(gateway) };
        byte[] bytes = Written(route);
        Assert.Equal((byte)scope, bytes[6]);
        Assert.Equal(type is RouteType.Local or RouteType.Broadcast ? 255 : 254, bytes[4]);
    }

    [Fact]
    public void The_default_route_has_a_destination_and_one_form()
    {
        Route read = Route.Read(Written(new Route { Gateway = IPAddress.Parse("2001:db8::1") }));
        Assert.Equal(RoutePrefix.DefaultIPv6, read.Destination);
        Assert.Equal(Written(read with { Destination = null }), Written(read));
        Assert.Equal(new Route { Gateway = IPAddress.Parse("2001:db8::1") }.Key, read.Key);
    }

    [Fact]
    public void A_large_table_is_an_attribute_and_a_small_one_is_not()
    {
        Route large = Route.To("10.1.0.0/16") with { Table = 100000 };
        Assert.Equal(0, Written(large)[4]);
        Assert.Equal(100000u, Route.Read(Written(large)).Table);
        Assert.Equal(Written(large).Length - 8, Written(large with { Table = 100 }).Length);
    }

    [Fact]
    public void States_that_the_kernel_reports_are_not_sent_back()
    {
        Route route = Route.To("10.1.0.0/16") with
        {
            Flags = RouteFlags.Dead | RouteFlags.LinkDown | RouteFlags.OnLink | RouteFlags.Offloaded,
            NextHops = [new NextHop { InterfaceIndex = 3, Flags = NextHopFlags.Dead | NextHopFlags.OnLink }],
        };
        Route read = Route.Read(Written(route));
        Assert.Equal(RouteFlags.OnLink, read.Flags);
        Assert.Equal(NextHopFlags.OnLink, read.NextHops[0].Flags);
    }

    [Fact]
    public void Several_ways_go_there_and_back()
    {
        Route route = Route.To("10.1.0.0/16") with
        {
            NextHops =
            [
                new NextHop { InterfaceIndex = 3, Gateway = IPAddress.Parse("10.0.0.2"), Weight = 256 },
                new NextHop { InterfaceIndex = 4, Via = IPAddress.Parse("fe80::1"), Realms = 7, EncapsulationType = EncapsulationType.Mpls, Encapsulation = new() },
                new NextHop { InterfaceIndex = 5, UnknownAttributes = [new RawAttribute(99, false, [1, 2, 3])] },
            ],
        };
        Assert.Equal(route.NextHops, Route.Read(Written(route)).NextHops);
    }

    [Fact]
    public void Of_a_next_hop_object_nothing_is_sent_but_its_number()
    {
        Route route = Route.To("10.1.0.0/16") with { Gateway = IPAddress.Parse("10.0.0.2"), OutputInterface = 2 } with { NexthopId = 7 };
        Assert.Null(route.Gateway);
        Assert.Null(route.OutputInterface);
    }

    [Theory]
    [InlineData("02")]
    [InlineData("02ff0000fe030001" + "00000000" + "08000100" + "0a010000")]
    [InlineData("0210ff00fe030001" + "00000000" + "08000200" + "0a010000")]
    [InlineData("02100000fe030001" + "00000000" + "07000100" + "0a010000")]
    [InlineData("02100000fe030001" + "00000000" + "0c000900" + "ffff000003000000")]
    [InlineData("1c100000fe030001" + "00000000" + "08000100" + "0a010000")]
    public void Odd_messages_are_read_and_never_throw_later(string hex)
    {
        Route route = Route.Read(Convert.FromHexString(hex));
        Assert.NotNull(route.ToString());
        _ = route.Key;
    }

    [Fact]
    public void A_view_says_what_the_object_says()
    {
        Route route = Route.To("2001:db8::/32") with
        {
            Gateway = IPAddress.Parse("fe80::1"),
            OutputInterface = 2,
            Table = 100000,
            Source = RoutePrefix.Parse("2001:db8:1::/48"),
            Priority = 9,
        };
        byte[] message = new byte[1024];
        var writer = new NetlinkWriter(message);
        writer.BeginMessage(24, NetlinkMessageFlags.None, 1);
        route.Write(ref writer);
        writer.EndMessage();
        var reader = new NetlinkMessageReader(writer.Written);
        Assert.True(reader.TryRead(out NetlinkMessage read));

        var view = new RouteView(read);

        Assert.Equal(route.Key, view.Key);
        Assert.Equal(route.Gateway, view.Gateway);
        Assert.Equal((100000u, 2, 9u, 32), (view.Table, view.OutputInterface, view.Priority, view.DestinationLength));
    }

    private static byte[] Written(Route route)
    {
        byte[] buffer = new byte[4096];
        var writer = new NetlinkWriter(buffer);
        route.Write(ref writer);
        return writer.Written.ToArray();
    }

    /// <summary>Header and attributes as text, sorted: their order is of no account.</summary>
    private static string AttributesOf(byte[] payload)
    {
        var parts = new List<string>();
        var reader = new NetlinkAttributeReader(payload.AsSpan(12));
        while (reader.Read())
        {
            parts.Add($"{reader.Type}:{Convert.ToHexStringLower(reader.Value)}");
        }

        return $"{Convert.ToHexStringLower(payload.AsSpan(0, 12))} {string.Join(' ', parts.Order(StringComparer.Ordinal))}";
    }
}
