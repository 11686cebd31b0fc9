using System.Net;
using System.Net.Sockets;
using CsCheck;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Neighbors;

public sealed class NeighborTests
{
    private const string Header = "020000000700000080001001";

    private static readonly Gen<Neighbor> s_neighbors = Gen.Select(
        Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]),
        Gen.Int,
        Gen.ULong[0, 0xffff_ffff_ffff],
        Gen.UShort,
        Gen.Byte,
        Gen.UInt.Nullable(),
        Gen.Byte.Nullable(),
        (address, index, mac, state, flags, extended, protocol) => new Neighbor
        {
            Destination = new IPAddress(address),
            InterfaceIndex = index,
            LinkLayerAddress = MacAddress.FromUInt64(mac),
            State = (NeighborState)state,
            Flags = (NeighborFlags)flags,
            ExtendedFlags = (NeighborExtendedFlags?)extended,
            Protocol = protocol,
        });

    public static TheoryData<string, Neighbor> Vectors => new()
    {
        {
            Header + "080001000a010001" + "0a000200020000000001" + "0000",
            new Neighbor
            {
                InterfaceIndex = 7,
                Destination = IPAddress.Parse("10.1.0.1"),
                LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:01"),
                Flags = NeighborFlags.ExternallyLearned,
                Type = 1,
            }
        },
        {
            "0a000000020000000000" + "0800" + "14000100fd000000000000000000000000000009",
            new Neighbor { InterfaceIndex = 2, Destination = IPAddress.Parse("fd00::9"), State = NeighborState.None, Flags = NeighborFlags.Proxy }
        },
        {
            "0200000002000000020000000800010001020304" + "05000c0011000000" + "08000f0001000000",
            new Neighbor
            {
                InterfaceIndex = 2,
                Destination = IPAddress.Parse("1.2.3.4"),
                State = NeighborState.Reachable,
                Protocol = 17,
                ExtendedFlags = NeighborExtendedFlags.Managed,
            }
        },
    };

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void Bytes_and_objects_are_the_same_both_ways(string bytes, Neighbor item)
    {
        Assert.Equal(item, Neighbor.Read(Convert.FromHexString(bytes)));
        Neighbor again = Neighbor.Read(Bodies.Write(item));
        Assert.Equal(item, again);
        Assert.Equal(item.GetHashCode(), again.GetHashCode());
    }

    [Fact]
    public void Whatever_is_stated_comes_back() =>
        s_neighbors.Sample(item =>
        {
            Assert.Equal(item, Neighbor.Read(Bodies.Write(item)));
            var view = new NeighborView(Bodies.Message(item));
            Assert.Equal(item.InterfaceIndex, view.InterfaceIndex);
            Assert.Equal(item.Destination, view.ToDestination());
            Assert.Equal(item.LinkLayerAddress, view.LinkLayerAddress);
            Assert.Equal(item.State, view.State);
            Assert.Equal(item.Flags, view.Flags);
            Assert.Equal(item.ExtendedFlags, view.ExtendedFlags);
            Assert.Equal(item.Protocol, view.Protocol);
            Assert.Equal(item, view.ToNeighbor());
        });

    [Fact]
    public void Ages_are_times()
    {
        Neighbor item = Neighbor.Read(Convert.FromHexString(Header + "14000300" + "64000000" + "c8000000" + "01000000" + "05000000" + "0800040003000000"));
        NeighborCacheInfo ages = Assert.NotNull(item.CacheInfo);
        Assert.Equal(TimeSpan.FromSeconds(1), ages.SinceConfirmed);
        Assert.Equal(TimeSpan.FromSeconds(2), ages.SinceUsed);
        Assert.Equal(TimeSpan.FromMilliseconds(10), ages.SinceUpdated);
        Assert.Equal(5u, ages.References);
        Assert.Equal(3u, item.Probes);

        // They are the kernel's, so no request carries them.
        Assert.Equal(Neighbor.HeaderSize, Bodies.Write(item).Length);
    }

    [Fact]
    public void A_link_layer_address_of_another_length_is_kept()
    {
        string infiniband = "18000200" + string.Concat(Enumerable.Repeat("ab", 20));
        Neighbor item = Neighbor.Read(Convert.FromHexString(Header + infiniband));
        Assert.Null(item.LinkLayerAddress);
        Assert.Equal(20, Assert.Single(item.UnknownAttributes).Value.Count);
        Assert.EndsWith(infiniband, Convert.ToHexStringLower(Bodies.Write(item)), StringComparison.Ordinal);
        Assert.Null(new NeighborView(Bodies.Message(item)).LinkLayerAddress);
    }

    [Fact]
    public void The_identity_has_no_scope_and_knows_proxies()
    {
        IPAddress scoped = IPAddress.Parse("fe80::1%3");
        var item = new Neighbor { InterfaceIndex = 3, Destination = scoped };
        Assert.Equal(new NeighborKey(3, IPAddress.Parse("fe80::1"), IsProxy: false), item.Key);
        Assert.NotEqual(item.Key, (item with { Flags = NeighborFlags.Proxy }).Key);
        Assert.Equal("proxy fe80::1 on interface 3", (item with { Flags = NeighborFlags.Proxy }).Key.ToString());
    }

    [Theory]
    [InlineData("020000000000000000000000", false, null, null, null)]
    [InlineData("000000000000000000000800", true, null, null, null)]
    [InlineData("0a0000000000000000000000" + "0800080005000000" + "0800090006000000", false, AddressFamily.InterNetworkV6, 5, 6)]
    public void A_filter_tells_the_kernel_what_it_takes(string bytes, bool isProxy, AddressFamily? family, int? device, int? master)
    {
        var filter = new NeighborFilter
        {
            IsProxy = isProxy,
            Family = family ?? (isProxy ? null : AddressFamily.InterNetwork),
            InterfaceIndex = device,
            MasterIndex = master,
            State = NeighborState.Stale,
        };
        Assert.Equal(bytes, Convert.ToHexStringLower(Bodies.Write(filter)));
    }

    [Fact]
    public void A_filter_wants_no_entries_of_bridges()
    {
        Neighbor other = Neighbor.Read(Convert.FromHexString("070000000700000080000001080001000a010001"));
        Assert.False(new NeighborFilter().Matches(other));
        Assert.Equal("07", Convert.ToHexStringLower(Bodies.Write(other))[..2]);
    }

    [Theory]
    [InlineData("0200")]
    [InlineData("02000000070000008000100103000100")]
    [InlineData("020000000700000080001001ff000100")]
    public void A_view_refuses_what_is_malformed(string payload) =>
        Assert.Throws<NetlinkFormatException>(() => new NeighborView(Bodies.Message(Convert.FromHexString(payload))).ToNeighbor());
}
