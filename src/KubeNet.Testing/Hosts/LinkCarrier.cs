using KubeNet.Netlink.Links;
using KubeNet.Netlink.Transport;

namespace KubeNet.Testing.Hosts;

/// <summary>
/// Waits for links to carry packets. The kernel activates the queue of a link some time after its carrier came
/// (net/core/link_watch.c), and drops what is sent until then.
/// </summary>
internal static class LinkCarrier
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(10);

    /// <summary>Waits until a link is operationally up.</summary>
    /// <returns>The link as it then is.</returns>
    /// <exception cref="TimeoutException">It did not come up within ten seconds.</exception>
    public static Link WaitFor(VirtualNode node, LinkReference reference)
    {
        // Since Linux 6.8 the kernel does the outstanding work when it is asked for the link; before, an event tells.
        Link link = node.Netlink.Links.Get(reference);
        return link.OperationalState == OperationalState.Up ? link : WatchAsync(node, link).GetAwaiter().GetResult();
    }

    private static async Task<Link> WatchAsync(VirtualNode node, Link link)
    {
        using var timer = new CancellationTokenSource(s_deadline);
        try
        {
            await foreach (Change<Link> change in node.Netlink.Links.WatchAsync(cancellationToken: timer.Token).ConfigureAwait(false))
            {
                if (change.Object is { OperationalState: OperationalState.Up } current && current.Index == link.Index)
                    return current;
            }
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            // Told below.
        }
        throw new TimeoutException($"'{link.Name}' of '{node.Name}' was not up within {s_deadline.TotalSeconds} s; its state was {link.OperationalState}.");
    }
}
