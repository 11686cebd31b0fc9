using System.Net;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.IntegrationTests.Neighbors;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Bridges;

public sealed class FdbTests : IDisposable
{
    private static readonly MacAddress s_mac = MacAddress.Parse("02:00:00:00:00:77");
    private readonly TestNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void What_exists_is_not_added_again()
    {
        foreach (FdbEntry item in new[] { OfPort(), Remote(s_mac, 1), Remote(default, 1) })
        {
            _network.Fdb.Add(item);
            NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Add(item));
            Assert.Equal(LinuxError.EEXIST, e.Error);
            Assert.Contains(item.MacAddress!.Value.ToString(), e.Message, StringComparison.Ordinal);
            Assert.False(_network.Fdb.TryAdd(item));
        }
    }

    [Fact]
    public void A_device_that_is_missing_is_told()
    {
        FdbEntry item = OfPort() with { InterfaceIndex = 9999 };
        Assert.Equal(LinuxError.ENODEV, Assert.Throws<NetlinkException>(() => _network.Fdb.Add(item)).Error);
        Assert.Null(_network.Fdb.TryGet(item));
        Assert.False(_network.Fdb.TryDelete(item));
    }

    [Fact]
    public void An_address_of_five_bytes_and_a_vni_of_25_bits_are_no_values()
    {
        Assert.Throws<ArgumentException>(() => new MacAddress([1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Vni)(1u << 24));
        Assert.Throws<ArgumentException>(() => _network.Fdb.Add(OfPort() with { MacAddress = null }));
    }

    [Fact]
    public void The_all_zeros_address_has_several_destinations()
    {
        _network.Fdb.Add(Remote(default, 1));
        _network.Fdb.Append(Remote(default, 2));
        _network.Fdb.Append(Remote(default, 3) with { Port = 99, Vni = new Vni(7) });
        _network.Fdb.Append(Remote(default, 3));
        Assert.Equal(4, Flood().Count);
        foreach (FdbEntry item in Flood())
        {
            Assert.Equal(item.Key, _network.Fdb.TryGet(item)?.Key);
        }

        Assert.Null(_network.Fdb.TryGet(Remote(default, 9)));

        // One that is not there takes none of the others along.
        Assert.True(_network.Fdb.TryDelete(Remote(default, 3)));
        Assert.False(_network.Fdb.TryDelete(Remote(default, 3)));
        Assert.False(_network.Fdb.TryDelete(Remote(default, 9)));
        Assert.Equal(3, Flood().Count);
        foreach (FdbEntry item in Flood())
        {
            _network.Fdb.Delete(item);
        }

        Assert.Empty(Flood());
        Assert.False(_network.Fdb.TryDelete(Remote(default, 1)));
    }

    [Fact]
    public void Ensure_of_one_destination_leaves_the_others()
    {
        for (byte i = 1; i <= 3; i++)
        {
            FdbEntry wanted = Remote(default, i);
            Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(wanted));
            Assert.Equal(0, _network.CountNotifications<FdbEntry, FdbKey>(
                wanted.Key, () => Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(wanted))));
        }

        Assert.Equal(3, Flood().Count);
        Assert.Equal(EnsureResult.Changed, _network.Fdb.Ensure(Remote(default, 2) with { State = FdbState.Static }));
        Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(Remote(default, 2) with { State = FdbState.Static }));
        Assert.Equal(3, Flood().Count);
    }

    [Fact]
    public void Ensure_moves_what_has_one_destination()
    {
        Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(Remote(s_mac, 1)));
        Assert.Equal(EnsureResult.Changed, _network.Fdb.Ensure(Remote(s_mac, 2)));
        Assert.Equal(0, _network.CountNotifications<FdbEntry, FdbKey>(
            Remote(s_mac, 2).Key, () => Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(Remote(s_mac, 2)))));
        FdbEntry entry = Assert.Single(_network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Vxlan, MacAddress = s_mac }));
        Assert.Equal(Remote(s_mac, 2).Destination, entry.Destination);
    }

    [Fact]
    public void Ensure_moves_an_address_between_ports()
    {
        _network.Run("ip", "link set dev vx master br0");
        Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(OfPort()));
        FdbEntry moved = OfPort() with { InterfaceIndex = _network.Vxlan };
        Assert.Null(_network.Fdb.TryGet(moved));
        Assert.Equal(EnsureResult.Changed, _network.Fdb.Ensure(moved));
        Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(moved));
        Assert.False(_network.Fdb.TryDelete(OfPort()));
        Assert.True(_network.Fdb.TryDelete(moved));
    }

    [Theory]
    [InlineData(0x0200_0000_0077UL)]
    [InlineData(0UL)]
    [InlineData(0x0100_5e01_0101UL)]
    public void What_is_the_devices_own_may_be_stated(ulong address)
    {
        FdbEntry open = Remote(MacAddress.FromUInt64(address), 1);
        foreach (FdbEntry stated in new[] { open with { Port = 4789 }, open with { Vni = new Vni(10) }, open with { Port = 4789, Vni = new Vni(10) }, open with { SourceVni = new Vni(10) } })
        {
            Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(stated));
            Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(stated));
            Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(open));
            Assert.Equal(open.Key, _network.Fdb.TryGet(stated)?.Key);
            Assert.True(_network.Fdb.TryDelete(stated));
            Assert.False(_network.Fdb.TryDelete(stated));
        }

        FdbEntry other = open with { Port = 4790, Vni = new Vni(10) };
        _network.Fdb.Add(open);
        Assert.NotEqual(EnsureResult.Unchanged, _network.Fdb.Ensure(other));
        Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(other));
        Assert.Equal<ushort?>(4790, _network.Fdb.TryGet(other)?.Port);
    }

    [Fact]
    public void A_scope_is_no_part_of_a_destination()
    {
        // A VXLAN device is of one address family.
        _network.Run("ip", "link add vx6 type vxlan id 11 dstport 4791 local fd00::1 dev p1");
        FdbEntry wanted = Remote(s_mac, 1) with
        {
            InterfaceIndex = _network.IndexOf("vx6"),
            Destination = IPAddress.Parse($"fe80::1%{_network.Peer}"),
            ViaInterface = _network.Peer,
        };
        Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(wanted));
        Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(wanted));
        Assert.True(_network.Fdb.TryDelete(wanted));
    }

    [Fact]
    public void A_destination_that_an_address_lacks_is_not_deleted()
    {
        _network.Fdb.Add(Remote(s_mac, 1));
        Assert.False(_network.Fdb.TryDelete(Remote(s_mac, 2)));
        Assert.False(_network.Fdb.TryDelete(Remote(s_mac, 1) with { Port = 99 }));
        Assert.NotNull(_network.Fdb.TryGet(Remote(s_mac, 1)));
        Assert.True(_network.Fdb.TryDelete(Remote(s_mac, 1) with { Destination = IPAddress.Any }));
        Assert.Null(_network.Fdb.TryGet(Remote(s_mac, 1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_watch_follows_an_address_to_another_port(bool isOfOnePort)
    {
        _network.Run("ip", "link set dev vx master br0");
        FdbEntry before = OfPort() with { State = FdbState.Dynamic };
        FdbEntry after = before with { InterfaceIndex = _network.Vxlan };
        _network.Fdb.Add(before);
        var filter = new FdbFilter { MacAddress = s_mac, InterfaceIndex = isOfOnePort ? _network.Port : null };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using IAsyncEnumerator<Change<FdbEntry>> watch = _network.Fdb.WatchAsync(filter, null, deadline.Token).GetAsyncEnumerator(deadline.Token);
        foreach (ChangeKind kind in new[] { ChangeKind.Snapshot, ChangeKind.Synchronized })
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(kind, watch.Current.Kind);
        }

        _network.Fdb.Replace(after);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(isOfOnePort ? ChangeKind.Removed : ChangeKind.Updated, watch.Current.Kind);
        Assert.Equal(before.Key, watch.Current.Previous!.Key);
        Assert.Equal(isOfOnePort ? before.Key : after.Key, watch.Current.Object!.Key);
        if (isOfOnePort)
        {
            return;
        }

        _network.Fdb.Delete(after);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal((ChangeKind.Removed, after.Key), (watch.Current.Kind, watch.Current.Object!.Key));
    }

    [Fact]
    public void What_the_kernel_would_refuse_without_a_word_is_explained()
    {
        Assert.Contains("Destination", Assert.Throws<NetlinkException>(() => _network.Fdb.Add(Remote(s_mac, 1) with { Destination = null })).Details.Remedy!, StringComparison.Ordinal);
        foreach (MacAddress address in new[] { s_mac, default })
        {
            NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Ensure(Remote(address, 1) with { Destination = IPAddress.Parse("fd00::1") }));
            Assert.EndsWith("fd00::1 is of another family than the VXLAN device's own addresses.", e.Message, StringComparison.Ordinal);
        }

        Assert.Contains("1 to 4094, not 4095", Assert.Throws<ArgumentException>(() => _network.Fdb.Ensure(OfPort() with { Vlan = 4095 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _network.Fdb.Ensure(OfPort() with { Vlan = 0 }));
        Assert.Throws<ArgumentException>(() => _network.Fdb.Ensure(Remote(s_mac, 1) with { Port = 0 }));
    }

    [Fact]
    public void A_stale_entry_is_as_good_as_a_dynamic_one_and_is_not_made()
    {
        foreach (FdbEntry item in new[] { OfPort(), Remote(s_mac, 1) })
        {
            FdbEntry stale = item with { State = FdbState.Stale };
            NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Ensure(stale));
            Assert.EndsWith("An entry becomes stale by itself: state Dynamic.", e.Message, StringComparison.Ordinal);
            Assert.Equal(EnsureResult.Created, _network.Fdb.Ensure(item with { State = FdbState.Dynamic }));
            Assert.Equal(EnsureResult.Unchanged, _network.Fdb.Ensure(stale));
        }
    }

    [Fact]
    public void Append_refuses_what_the_kernel_would_ignore() =>
        Assert.Throws<ArgumentException>(() => _network.Fdb.Append(Remote(s_mac, 1)));

    [Fact]
    public void A_port_that_is_no_port_is_told()
    {
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Add(OfPort() with { InterfaceIndex = _network.Peer }));
        Assert.Equal(LinuxError.EOPNOTSUPP, e.Error);
    }

    [Fact]
    public void Filters_choose()
    {
        _network.Fdb.Add(OfPort());
        _network.Fdb.Add(OfPort() with { IsMaster = false, IsSelf = true, State = FdbState.Local });
        _network.Fdb.Add(Remote(s_mac, 1) with { Flags = NeighborFlags.ExternallyLearned });
        _network.Neighbors.Add(new Neighbor { InterfaceIndex = _network.Peer, Destination = IPAddress.Loopback, LinkLayerAddress = s_mac });

        Assert.Equal(3, Count(new() { MacAddress = s_mac }));
        Assert.Equal(2, Count(new() { MacAddress = s_mac, InterfaceIndex = _network.Port }));
        Assert.Equal(2, Count(new() { MacAddress = s_mac, BridgeIndex = _network.Bridge }));
        Assert.Equal(1, Count(new() { MacAddress = s_mac, State = FdbState.Static }));
        Assert.Equal(1, Count(new() { MacAddress = s_mac, IsSelf = false }));
        Assert.Equal(1, Count(new() { MacAddress = s_mac, IsExternallyLearned = true }));
        Assert.Equal(1, Count(new() { Destination = Remote(s_mac, 1).Destination }));
        Assert.Equal(0, Count(new() { MacAddress = s_mac, Vlan = 5 }));
        Assert.All(_network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Vxlan }), item => Assert.Equal(_network.Vxlan, item.InterfaceIndex));
    }

    [Fact]
    public void What_was_listed_can_be_deleted()
    {
        _network.Fdb.Add(OfPort());
        _network.Fdb.Add(Remote(s_mac, 1));
        _network.Fdb.Append(Remote(default, 1));
        _network.Fdb.Append(Remote(default, 2));

        // Multicast addresses in a card's own table are the kernel's.
        foreach (FdbEntry item in _network.Fdb.List().Where(item => item.Destination is not null || !item.MacAddress!.Value.IsMulticast))
        {
            _network.Fdb.Delete(item);
        }

        Assert.DoesNotContain(_network.Fdb.List(), item => !item.MacAddress!.Value.IsMulticast);
    }

    [Fact]
    public void The_kernel_flushes_a_bridge_by_state()
    {
        _network.Fdb.Add(OfPort());
        _network.Fdb.Add(OfPort() with { MacAddress = MacAddress.Parse("02:00:00:00:00:78"), State = FdbState.Dynamic });
        _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Bridge, ThroughInterface = _network.Port, State = FdbState.Static });
        Assert.Null(_network.Fdb.TryGet(OfPort()));
        FdbEntry rest = Assert.Single(_network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Port, State = FdbState.Dynamic }));
        Assert.Equal("02:00:00:00:00:78", rest.MacAddress.ToString());
        _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Bridge, State = FdbState.Dynamic });
        Assert.Equal(0, Count(new() { InterfaceIndex = _network.Port, State = FdbState.Dynamic }));
        Assert.NotEqual(0, Count(new() { InterfaceIndex = _network.Port, State = FdbState.Local, IsSelf = false }));
    }

    [Fact]
    public void The_kernel_flushes_a_vxlan_device_by_destination_and_flags()
    {
        _network.Fdb.Append(Remote(default, 1));
        _network.Fdb.Append(Remote(default, 2));
        _network.Fdb.Add(Remote(s_mac, 2) with { Flags = NeighborFlags.ExternallyLearned });
        _network.Fdb.Flush(new FdbFlush
        {
            InterfaceIndex = _network.Vxlan,
            Destination = Remote(default, 2).Destination,
            ExcludedFlags = NeighborFlags.ExternallyLearned,
        });
        Assert.Equal(Remote(default, 1).Key, Assert.Single(Flood()).Key);
        Assert.NotNull(_network.Fdb.TryGet(Remote(s_mac, 2)));
        _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Vxlan, RequiredFlags = NeighborFlags.ExternallyLearned });
        Assert.Null(_network.Fdb.TryGet(Remote(s_mac, 2)));
    }

    [Fact]
    public void A_device_that_cannot_flush_says_so()
    {
        NetlinkException e = Assert.Throws<NetlinkException>(() => _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Peer }));
        Assert.Equal(LinuxError.EOPNOTSUPP, e.Error);
        Assert.Contains("since Linux", e.Message, StringComparison.Ordinal);

        NetlinkException unknown = Assert.Throws<NetlinkException>(
            () => _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Bridge, Vni = new Vni(1) }));
        Assert.Equal(LinuxError.EINVAL, unknown.Error);
        Assert.Equal("FdbFlush.Vni (NDA_VNI)", unknown.AttributePath);
    }

    [Fact]
    public void Twenty_thousand_are_listed_visited_and_flushed()
    {
        const int Total = 20_000;
        NetlinkBatch batch = _network.Connection.CreateBatch();
        for (int i = 0; i < Total; i++)
        {
            _network.Fdb.Add(batch, Remote(MacAddress.FromUInt64(0x0200_0000_0000UL + (uint)i), 1));
        }

        Assert.Empty(batch.Execute().Failures);
        Assert.Equal(Total, _network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Vxlan }).Select(item => item.Key).Distinct().Count());
        var counter = new Counter();
        _network.Fdb.Visit(new FdbFilter { InterfaceIndex = _network.Vxlan }, ref counter);
        Assert.Equal(Total, counter.Count);
        _network.Fdb.Flush(new FdbFlush { InterfaceIndex = _network.Vxlan });
        Assert.Equal(0, Count(new() { InterfaceIndex = _network.Vxlan, Destination = Remote(s_mac, 1).Destination }));
    }

    [Fact]
    public async Task Asynchronous_forms_do_the_same()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await _network.Fdb.AppendAsync(Remote(default, 1), token);
        Assert.Equal(EnsureResult.Unchanged, await _network.Fdb.EnsureAsync(Remote(default, 1), token));
        await _network.Fdb.FlushAsync(new FdbFlush { InterfaceIndex = _network.Vxlan }, token);
        Assert.Null(await _network.Fdb.TryGetAsync(Remote(default, 1), token));
    }

    private FdbEntry OfPort() => new() { InterfaceIndex = _network.Port, MacAddress = s_mac, IsMaster = true, State = FdbState.Static };

    private FdbEntry Remote(MacAddress address, byte number) =>
        new() { InterfaceIndex = _network.Vxlan, MacAddress = address, Destination = new IPAddress([10, 9, 0, number]) };

    private List<FdbEntry> Flood() =>
        _network.Fdb.List(new FdbFilter { InterfaceIndex = _network.Vxlan, MacAddress = default(MacAddress) });

    private int Count(FdbFilter filter) => _network.Fdb.List(filter).Count;

    private struct Counter : INetlinkVisitor
    {
        public int Count { get; private set; }

        public void Begin() => Count = 0;

        public bool Visit(in NetlinkMessage message)
        {
            var view = new FdbView(message);
            Count += view.Destination is [10, 9, 0, 1] && view.MacAddress is not null && view.State == FdbState.Local ? 1 : 0;
            return true;
        }
    }
}
