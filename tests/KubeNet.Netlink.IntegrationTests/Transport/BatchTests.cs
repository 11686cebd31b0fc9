using System.Net;
using KubeNet.Netlink.IntegrationTests.Namespaces;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Transport;

/// <summary>Batches against the real kernel, with the receive buffer that it gives.</summary>
public sealed class BatchTests
{
    [Fact]
    public void A_thousand_that_all_fail_do_not_overflow_the_socket()
    {
        using var temporary = new TemporaryNamespace();
        using RouteNetlink netlink = RouteNetlink.Connect(temporary.Namespace);
        var neighbors = new NeighborOperations(netlink.Connection);
        NetlinkBatch batch = netlink.Connection.CreateBatch();
        for (int i = 0; i < 1000; i++)
        {
            neighbors.Delete(batch, new Neighbor { InterfaceIndex = 1, Destination = new IPAddress([10, 0, (byte)(i >> 8), (byte)i]) });
        }

        NetlinkBatchResult result = batch.Execute();
        Assert.Equal(Enumerable.Range(0, 1000), result.Failures.Select(f => f.Index));
        Assert.All(result.Failures, f => Assert.True(f.Exception.Details.IsNotFound, f.Exception.Message));
    }
}
