using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Neighbors;

public sealed class NeighborTests : IDisposable
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:01");
    private static readonly IPAddress s_address = IPAddress.Parse("10.1.0.1");
    private readonly TestNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void What_exists_is_not_added_again()
    {
        _network.Neighbors.Add(Permanent());
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Neighbors.Add(Permanent()));
        Assert.Equal(LinuxError.EEXIST, e.Error);
        Assert.Contains("10.1.0.1", e.Message, StringComparison.Ordinal);
        Assert.False(_network.Neighbors.TryAdd(Permanent()));
    }

    [Fact]
    public void A_device_that_is_missing_is_told()
    {
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Neighbors.Add(Permanent() with { InterfaceIndex = 9999 }));
        Assert.Equal(LinuxError.ENODEV, e.Error);
        Assert.Null(_network.Neighbors.TryGet(Permanent() with { InterfaceIndex = 9999 }));
        Assert.False(_network.Neighbors.TryDelete(Permanent() with { InterfaceIndex = 9999 }));
    }

    [Fact]
    public void What_is_missing_is_told()
    {
        Assert.Null(_network.Neighbors.TryGet(Permanent()));
        Assert.False(_network.Neighbors.TryDelete(Permanent()));
        Assert.Equal(LinuxError.ENOENT, Assert.Throws<NetlinkException>(() => _network.Neighbors.Delete(Permanent())).Error);
    }

    [Fact]
    public void The_kernels_words_name_what_is_missing()
    {
        Neighbor item = Permanent() with { LinkLayerAddress = null };
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Neighbors.Add(item));
        Assert.Equal(LinuxError.EINVAL, e.Error);
        Assert.NotNull(e.KernelMessage);
    }

    [Fact]
    public void Ensure_makes_changes_and_then_leaves_alone()
    {
        Neighbor wanted = Permanent() with { Protocol = 99 };
        Assert.Equal(EnsureResult.Created, _network.Neighbors.Ensure(wanted));
        Assert.Equal(0, _network.CountNotifications<Neighbor, NeighborKey>(
            wanted.Key, () => Assert.Equal(EnsureResult.Unchanged, _network.Neighbors.Ensure(wanted))));

        Neighbor other = wanted with { LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:02"), Flags = NeighborFlags.ExternallyLearned };
        Assert.NotEqual(0, _network.CountNotifications<Neighbor, NeighborKey>(
            wanted.Key, () => Assert.Equal(EnsureResult.Changed, _network.Neighbors.Ensure(other))));
        Assert.Equal(EnsureResult.Unchanged, _network.Neighbors.Ensure(other));
        Assert.Equal(other.LinkLayerAddress, _network.Neighbors.TryGet(wanted)?.LinkLayerAddress);

        // A replacement takes flags away too.
        Assert.Equal(EnsureResult.Changed, _network.Neighbors.Ensure(wanted));
        Assert.Equal(EnsureResult.Unchanged, _network.Neighbors.Ensure(wanted));
    }

    [Fact]
    public void Ensure_leaves_proxies_alone_too()
    {
        var wanted = new Neighbor { InterfaceIndex = _network.Peer, Destination = s_address, Flags = NeighborFlags.Proxy };
        Assert.Equal(EnsureResult.Created, _network.Neighbors.Ensure(wanted));
        Assert.Equal(EnsureResult.Unchanged, _network.Neighbors.Ensure(wanted));
        Assert.Equal(EnsureResult.Changed, _network.Neighbors.Ensure(wanted with { Flags = NeighborFlags.Proxy | NeighborFlags.Router }));

        // The neighbour of that address is another thing.
        Assert.Null(_network.Neighbors.TryGet(_network.Peer, s_address));
        Assert.Equal(EnsureResult.Created, _network.Neighbors.Ensure(Permanent()));
        Assert.True(_network.Neighbors.TryDelete(wanted));
        Assert.NotNull(_network.Neighbors.TryGet(_network.Peer, s_address));
    }

    [Fact]
    public void Ensure_takes_ageing_for_what_it_is()
    {
        Neighbor wanted = Permanent() with { State = NeighborState.Reachable };
        _network.Neighbors.Add(wanted with { State = NeighborState.Stale });
        Assert.Equal(EnsureResult.Unchanged, _network.Neighbors.Ensure(wanted));
    }

    [Fact]
    public void A_managed_neighbour_cannot_be_permanent() =>
        Assert.Throws<ArgumentException>(() => _network.Neighbors.Add(Permanent() with { ExtendedFlags = NeighborExtendedFlags.Managed }));

    [Fact]
    public void Filters_choose()
    {
        _network.Neighbors.Add(Permanent());
        _network.Neighbors.Add(Permanent() with { InterfaceIndex = _network.Port });
        _network.Neighbors.Add(Permanent() with { Destination = IPAddress.Parse("fd00::1"), Protocol = 5 });
        _network.Neighbors.Add(Permanent() with { Destination = IPAddress.Parse("10.2.0.1"), State = NeighborState.Stale });
        _network.Fdb.Add(new Netlink.Bridges.FdbEntry { InterfaceIndex = _network.Vxlan, MacAddress = s_mac, Destination = s_address });

        Assert.Equal(4, Count(new()));
        Assert.Equal(3, Count(new() { InterfaceIndex = _network.Peer }));
        Assert.Equal(1, Count(new() { MasterIndex = _network.Bridge }));
        Assert.Equal(3, Count(new() { Family = AddressFamily.InterNetwork }));
        Assert.Equal(1, Count(new() { Family = AddressFamily.InterNetworkV6 }));
        Assert.Equal(1, Count(new() { State = NeighborState.Stale | NeighborState.Failed }));
        Assert.Equal(1, Count(new() { Destination = IPNetwork.Parse("10.2.0.0/16") }));
        Assert.Equal(1, Count(new() { Protocol = 5 }));
        Assert.Equal(0, Count(new() { IsProxy = true }));
    }

    [Fact]
    public void Flush_spares_what_is_permanent_unless_told()
    {
        _network.Neighbors.Add(Permanent());
        _network.Neighbors.Add(Permanent() with { Destination = IPAddress.Parse("10.2.0.1"), State = NeighborState.Stale });
        _network.Neighbors.Add(Permanent() with { Destination = IPAddress.Parse("fd00::2"), State = NeighborState.Reachable });
        Assert.Equal(2, _network.Neighbors.Flush());
        Assert.Equal(Permanent().Key, Assert.Single(List()).Key);
        Assert.Equal(1, _network.Neighbors.Flush(new NeighborFilter { State = NeighborState.Permanent }));
        Assert.Empty(List());
    }

    [Fact]
    public void Ages_and_types_are_read()
    {
        _network.Neighbors.Add(Permanent());
        Neighbor item = Assert.Single(List());
        Assert.InRange(Assert.NotNull(item.CacheInfo).SinceUpdated, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(0u, item.Probes);
        Assert.Equal(1, item.Type);
    }

    [Fact]
    public void Twenty_thousand_are_listed_visited_and_flushed()
    {
        const int Total = 20_000;
        NetlinkBatch batch = _network.Connection.CreateBatch();
        for (int i = 0; i < Total; i++)
        {
            _network.Neighbors.Add(batch, Permanent() with { Destination = new IPAddress([10, 9, (byte)(i >> 8), (byte)i]) });
        }

        Assert.Empty(batch.Execute().Failures);
        Assert.Equal(Total, List().Select(item => item.Key).Distinct().Count());

        var counter = new Counter();
        _network.Neighbors.Visit(null, ref counter);
        Assert.Equal(Total, counter.Count);
        Assert.Equal(Total, _network.Neighbors.Flush(new NeighborFilter { State = NeighborState.Permanent }));
    }

    [Fact]
    public async Task Asynchronous_forms_do_the_same()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await _network.Neighbors.AddAsync(Permanent(), token);
        Assert.Equal(EnsureResult.Unchanged, await _network.Neighbors.EnsureAsync(Permanent(), token));
        Assert.Equal(1, await _network.Neighbors.FlushAsync(new NeighborFilter { State = NeighborState.Permanent }, token));
    }

    private Neighbor Permanent() => new() { InterfaceIndex = _network.Peer, Destination = s_address, LinkLayerAddress = s_mac };

    /// <summary>Without the multicast addresses, to which the kernel itself talks now and then.</summary>
    private List<Neighbor> List(NeighborFilter? filter = null) =>
        _network.Neighbors.List(filter).FindAll(static item => item.State != NeighborState.NoArp);

    private int Count(NeighborFilter filter) => List(filter).Count;

    private struct Counter : INetlinkVisitor
    {
        public int Count { get; private set; }

        public void Begin() => Count = 0;

        public bool Visit(in NetlinkMessage message)
        {
            var view = new NeighborView(message);
            Count += view.Destination is [10, 9, ..] && view.LinkLayerAddress == s_mac && view.State == NeighborState.Permanent ? 1 : 0;
            return true;
        }
    }
}
