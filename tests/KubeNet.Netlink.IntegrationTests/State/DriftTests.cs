using System.Net;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.State;

namespace KubeNet.Netlink.IntegrationTests.State;

public sealed class DriftTests : IDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(20);

    private readonly StateNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("route del 10.8.0.0/16", "+ route 10.8.0.0/16 via 10.70.0.2 dev vx onlink")]
    [InlineData("route replace 10.8.0.0/16 via 192.0.2.9 proto 201", "~ route 10.8.0.0/16 via 192.0.2.9 dev eth0 → via 10.70.0.2 dev vx onlink")]
    [InlineData("neigh del 10.70.0.2 dev vx", "+ neighbour 10.70.0.2 dev vx lladdr 02:00:00:00:00:02")]
    [InlineData("address add 10.71.0.1/32 dev vx", "- address 10.71.0.1/32 dev vx")]
    [InlineData("link set vx mtu 1300", "~ link vx mtu 1300 → 1400")]
    public async Task What_someone_changes_is_repaired(string command, string repair)
    {
        using var end = new CancellationTokenSource(s_deadline);
        await using IAsyncEnumerator<NetworkPlan> repairs = _network.Reconciler.KeepAsync(Wanted(), end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await repairs.MoveNextAsync());
        Assert.Equal(4, repairs.Current.Steps.Count);

        _network.Run("ip", "route add 10.9.0.0/16 via 192.0.2.9");
        Task<bool> next = repairs.MoveNextAsync().AsTask();
        _network.Run("ip", command);

        Assert.True(await next);
        Assert.StartsWith(repair, repairs.Current.ToString(), StringComparison.Ordinal);
        Assert.True(_network.Reconciler.Plan(Wanted()).IsEmpty);
    }

    [Fact]
    public async Task A_link_that_was_deleted_is_made_again_with_all_that_hangs_on_it()
    {
        using var end = new CancellationTokenSource(s_deadline);
        await using IAsyncEnumerator<NetworkPlan> repairs = _network.Reconciler.KeepAsync(Wanted(), end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await repairs.MoveNextAsync());

        _network.Run("ip", "link del vx");

        Assert.True(await repairs.MoveNextAsync());
        Assert.True(_network.Reconciler.Plan(Wanted()).IsEmpty);
    }

    [Fact]
    public async Task The_watch_ends_when_it_is_told_to()
    {
        using var end = new CancellationTokenSource();
        await using IAsyncEnumerator<NetworkPlan> repairs = _network.Reconciler.KeepAsync(Wanted(), end.Token).GetAsyncEnumerator(end.Token);
        Assert.True(await repairs.MoveNextAsync());
        Task<bool> next = repairs.MoveNextAsync().AsTask();

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(_network.Reconciler.Plan(Wanted()).IsEmpty);
    }

    private static NetworkState Wanted() => new(StateNetwork.Owner)
    {
        Links = [new(new Link { Name = "vx", Kind = new VxlanLink { Vni = new Vni(7), Port = 4789, Local = IPAddress.Parse("192.0.2.1") }, Mtu = 1400, IsUp = true })],
        Addresses = [new("vx", new Address { Local = InterfaceAddress.Parse("10.70.0.1/32") })],
        Neighbors = [new("vx", new Neighbor { Destination = IPAddress.Parse("10.70.0.2"), LinkLayerAddress = MacAddress.Parse("02:00:00:00:00:02") })],
        Routes = [new(new Route { Destination = IPNetwork.Parse("10.8.0.0/16"), Gateway = IPAddress.Parse("10.70.0.2"), IsOnLink = true }, "vx")],
    };
}
