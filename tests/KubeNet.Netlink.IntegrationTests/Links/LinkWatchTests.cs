using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Links;

public sealed class LinkWatchTests : LinkTest
{
    [Fact]
    public async Task Tells_of_links_that_come_change_and_go_and_of_nothing_else()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        List<string> seen = [];
        await foreach (Change<Link> change in Links.WatchAsync(cancellationToken: deadline.Token))
        {
            seen.Add($"{change.Kind} {change.Object?.Name ?? change.Previous?.Name}".TrimEnd());
            if (change.Kind == ChangeKind.Synchronized)
            {
                Links.Add(new Link { Name = "br0", Kind = new BridgeLink() });
                Links.Rename("br0", "br1");
                Links.Delete("br1");
            }

            if (change.Kind == ChangeKind.Removed)
            {
                break;
            }
        }

        Assert.Equal(["Snapshot lo", "Synchronized", "Added br0", "Updated br1", "Removed br1"], seen);
    }
}
