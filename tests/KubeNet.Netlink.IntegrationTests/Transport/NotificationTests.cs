using System.Net;
using KubeNet.Netlink.IntegrationTests.Namespaces;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Transport;

/// <summary>What the kernel tells oddly, or not at all, and a watch tells nonetheless.</summary>
public sealed class NotificationTests : IDisposable
{
    private readonly TemporaryNamespace _temporary = new();
    private readonly RouteNetlink _netlink;
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));

    public NotificationTests()
    {
        Ip("link add v0 index 100 type veth peer name v1");
        Ip("link set v1 up");
        Ip("link set v0 up");
        Ip("address add 10.0.0.1/24 dev v0");
        _netlink = RouteNetlink.Connect(_temporary.Namespace);
    }

    public void Dispose()
    {
        _netlink.Dispose();
        _temporary.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task Routes_that_go_with_their_link_are_told()
    {
        var destination = IPNetwork.Parse("10.9.0.0/16");
        Ip("route add 10.9.0.0/16 via 10.0.0.2");
        await using IAsyncEnumerator<Change<Route>> watch =
            _netlink.Routes.WatchAsync(new RouteFilter { Table = 254 }, cancellationToken: _deadline.Token).GetAsyncEnumerator(_deadline.Token);
        await SkipTo(watch, change => change.Kind == ChangeKind.Synchronized);
        Ip("link set v0 down");
        await SkipTo(watch, change => change.Kind == ChangeKind.Removed && change.Object!.Destination == destination);
        Ip("link set v0 up");
        Ip("route add 10.9.0.0/16 via 10.0.0.2");
        await SkipTo(watch, change => change.Kind == ChangeKind.Added && change.Object!.Destination == destination);
    }

    [Fact]
    public async Task A_port_that_leaves_its_bridge_is_not_taken_for_a_link_that_is_gone()
    {
        Ip("link add br0 type bridge");
        Ip("link set v0 master br0");
        await using IAsyncEnumerator<Change<Link>> watch =
            _netlink.Links.WatchAsync(cancellationToken: _deadline.Token).GetAsyncEnumerator(_deadline.Token);
        await SkipTo(watch, change => change.Kind == ChangeKind.Synchronized);
        Ip("link set v0 nomaster");
        Ip("link set v0 alias marked");
        Change<Link> marked = await SkipTo(watch, change =>
        {
            Assert.NotEqual(ChangeKind.Removed, change.Kind);
            return change.Object?.Alias == "marked";
        });
        Assert.Equal(100, marked.Object!.Index);
        Ip("link delete v0");
        await SkipTo(watch, change => change.Kind == ChangeKind.Removed && change.Object!.Index == 100);
    }

    private static async Task<Change<T>> SkipTo<T>(IAsyncEnumerator<Change<T>> watch, Func<Change<T>, bool> isIt) where T : class
    {
        while (await watch.MoveNextAsync())
        {
            if (isIt(watch.Current))
            {
                return watch.Current;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }

    private void Ip(string arguments) => IpCommand.Run($"-n {_temporary.Name} {arguments}");
}
