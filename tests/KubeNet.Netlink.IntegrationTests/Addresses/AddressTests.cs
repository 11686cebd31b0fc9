using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.IntegrationTests.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Addresses;

/// <summary>Addresses of each kind, made by <c>ip</c> and by us: each sees of the other's what it sees of its own.</summary>
public sealed partial class AddressTests(RouteNetwork network) : IClassFixture<RouteNetwork>, IDisposable
{
    private static readonly Dictionary<string, Address> s_cases = new()
    {
        ["10.5.0.1/24"] = new() { Local = InterfaceAddress.Parse("10.5.0.1/24") },
        ["10.5.0.1 peer 10.6.0.1/32"] = new() { Local = InterfaceAddress.Parse("10.5.0.1/32"), Peer = IPAddress.Parse("10.6.0.1") },
        ["10.5.0.1/24 broadcast 10.5.0.255 label v0:one scope link"] = new()
        {
            Local = InterfaceAddress.Parse("10.5.0.1/24"),
            Broadcast = IPAddress.Parse("10.5.0.255"),
            Label = "v0:one",
            Scope = AddressScope.Link,
        },
        ["10.5.0.1/24 noprefixroute metric 77"] = new()
        {
            Local = InterfaceAddress.Parse("10.5.0.1/24"),
            Flags = AddressFlags.NoPrefixRoute,
            RouteMetric = 77,
        },
        ["10.5.0.1/24 valid_lft 2000 preferred_lft 1000"] = new()
        {
            Local = InterfaceAddress.Parse("10.5.0.1/24"),
            ValidLifetime = TimeSpan.FromSeconds(2000),
            PreferredLifetime = TimeSpan.FromSeconds(1000),
        },
        ["127.0.0.2/8"] = new() { Local = InterfaceAddress.Parse("127.0.0.2/8") },
        ["2001:db8:5::1/64"] = new() { Local = InterfaceAddress.Parse("2001:db8:5::1/64") },
        ["2001:db8:5::1 peer 2001:db8:6::1/128"] = new() { Local = InterfaceAddress.Parse("2001:db8:5::1/128"), Peer = IPAddress.Parse("2001:db8:6::1") },
        ["fe80::5/64"] = new() { Local = InterfaceAddress.Parse("fe80::5/64") },
        ["2001:db8:5::1/64 nodad home noprefixroute metric 77"] = new()
        {
            Local = InterfaceAddress.Parse("2001:db8:5::1/64"),
            Flags = AddressFlags.NoDuplicateDetection | AddressFlags.Home | AddressFlags.NoPrefixRoute,
            RouteMetric = 77,
        },
        ["2001:db8:5::1/64 mngtmpaddr valid_lft 2000 preferred_lft 0"] = new()
        {
            Local = InterfaceAddress.Parse("2001:db8:5::1/64"),
            Flags = AddressFlags.ManageTemporary,
            ValidLifetime = TimeSpan.FromSeconds(2000),
            PreferredLifetime = TimeSpan.Zero,
        },
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    private AddressOperations Addresses => network.Addresses;

    public void Dispose()
    {
        foreach (Address address in s_cases.Values)
        {
            Addresses.TryDelete(address with { InterfaceIndex = network.V0 });
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_ip_makes_is_what_we_make(string arguments)
    {
        Address address = s_cases[arguments] with { InterfaceIndex = network.V0 };
        string before = Shown();

        network.Ip($"address add {arguments} dev v0");
        string shownOfTheirs = Shown();
        Address? theirs = Addresses.TryGet(address);
        Assert.NotNull(theirs);
        Assert.Equal(address.Key, theirs.Key);
        Assert.Contains(theirs, Addresses.List(new AddressFilter { InterfaceIndex = network.V0, Family = address.Family }));
        Assert.Equal(EnsureResult.Unchanged, Addresses.Ensure(address));

        Addresses.Delete(theirs);
        Assert.Equal(before, Shown());

        Addresses.Add(address);
        Assert.Equal(shownOfTheirs, Shown());
        Address? ours = Addresses.TryGet(address);
        Assert.NotNull(ours);
        Assert.Equal(Lasting(theirs), Lasting(ours));
        Assert.False(Addresses.TryAdd(address));

        Addresses.Replace(ours);
        Assert.Equal(shownOfTheirs, Shown());
        Assert.Equal(EnsureResult.Unchanged, Addresses.Ensure(ours));
        Assert.True(Addresses.TryDelete(address));
        Assert.False(Addresses.TryDelete(address));
        Assert.Null(Addresses.TryGet(address));
        Assert.Equal(before, Shown());
    }

    [Fact]
    public void Ensure_changes_in_place_or_makes_anew()
    {
        var address = new Address { InterfaceIndex = network.V1, Local = InterfaceAddress.Parse("10.7.0.1/24") };
        Assert.Equal(EnsureResult.Created, Addresses.Ensure(address));
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address with { ValidLifetime = TimeSpan.FromSeconds(500) }));
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address));
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address with { Label = "v1:x" }));
        Assert.Equal("v1:x", Addresses.TryGet(address)?.Label);
        Assert.Equal(EnsureResult.Unchanged, Addresses.Ensure(address));
        Addresses.Delete(address);

        var address6 = address with { Local = InterfaceAddress.Parse("2001:db8:7::1/64") };
        Assert.Equal(EnsureResult.Created, Addresses.Ensure(address6));
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address6 with { Local = InterfaceAddress.Parse("2001:db8:7::1/80") }));
        Assert.Equal(80, Addresses.TryGet(address6)?.Local.PrefixLength);
        Addresses.Delete(Addresses.TryGet(address6)!);
    }

    [Theory]
    [InlineData("10.7.1.1/24")]
    [InlineData("2001:db8:71::1/64")]
    public void An_address_says_who_made_it(string local)
    {
        var address = new Address { InterfaceIndex = network.V1, Local = InterfaceAddress.Parse(local), Protocol = (AddressProtocol)80 };
        Addresses.Add(address);
        Assert.Equal((AddressProtocol)80, Addresses.TryGet(address)?.Protocol);
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address with { Protocol = (AddressProtocol)81 }));
        Assert.Equal((AddressProtocol)81, Addresses.TryGet(address)?.Protocol);
        Addresses.Delete(address);
    }

    [Fact]
    public void A_filter_lets_through_what_it_names()
    {
        Assert.All(Addresses.List(new AddressFilter { InterfaceIndex = network.V1 }), address => Assert.Equal(network.V1, address.InterfaceIndex));
        Assert.All(Addresses.List(new AddressFilter { Family = AddressFamily.InterNetworkV6 }), address => Assert.Equal(AddressFamily.InterNetworkV6, address.Family));
        Assert.Contains(Addresses.List(), address => address.Local == InterfaceAddress.Parse("127.0.0.1/8"));
    }

    [Fact]
    public void No_broadcast_address_can_be_stated()
    {
        var address = new Address { InterfaceIndex = network.V1, Local = InterfaceAddress.Parse("10.7.2.1/24"), Broadcast = IPAddress.Any };
        Assert.Equal(EnsureResult.Created, Addresses.Ensure(address));
        Assert.Equal(EnsureResult.Unchanged, Addresses.Ensure(address));
        Assert.Null(Addresses.TryGet(address)?.Broadcast);
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address with { Broadcast = IPAddress.Parse("10.7.2.255") }));
        Assert.Equal(EnsureResult.Changed, Addresses.Ensure(address));
        Addresses.Delete(address);
    }

    [Fact]
    public void An_address_that_the_kernel_would_pass_over_is_refused() =>
        Assert.Contains("0.0.0.0", Assert.Throws<ArgumentException>(() =>
            Addresses.Add(new Address { InterfaceIndex = network.V1, Local = InterfaceAddress.Parse("0.0.0.0/0") })).Message, StringComparison.Ordinal);

    [Fact]
    public void Errors_say_what_is_wrong()
    {
        var address = new Address { InterfaceIndex = 4711, Local = InterfaceAddress.Parse("10.8.0.1/24") };
        Assert.Equal(LinuxError.ENODEV, Assert.Throws<NetlinkException>(() => Addresses.Add(address)).Error);
        Assert.Null(Addresses.TryGet(address));
        Assert.Null(Addresses.TryGet(address with { Local = InterfaceAddress.Parse("2001:db8::1/64") }));
        Assert.Throws<ArgumentException>(() => Addresses.Add(new Address { InterfaceIndex = network.V0 }));

        NetlinkException taken = Assert.Throws<NetlinkException>(() =>
            Addresses.Add(new Address { InterfaceIndex = network.V0, Local = InterfaceAddress.Parse("10.0.0.1/24") }));
        Assert.Equal(LinuxError.EEXIST, taken.Error);
        Assert.Contains("10.0.0.1/24", taken.Message, StringComparison.Ordinal);
    }

    private static Address Lasting(Address address) =>
        address with { Flags = address.Flags & ~AddressFlags.Tentative, Created = null, Updated = null, ValidLifetime = Rounded(address.ValidLifetime), PreferredLifetime = Rounded(address.PreferredLifetime) };

    private static TimeSpan? Rounded(TimeSpan? time) => time is { } span ? TimeSpan.FromMinutes(Math.Ceiling(span.TotalMinutes)) : null;

    // A second may pass between two looks, and an IPv6 address is tentative for an instant.
    private string Shown() => Passing().Replace(network.Ip("-d address show dev v0"), string.Empty);

    [GeneratedRegex(@"\d+sec| tentative|numtxqueues.*")]
    private static partial Regex Passing();
}
