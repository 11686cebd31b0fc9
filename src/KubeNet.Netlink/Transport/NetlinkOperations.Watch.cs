using System.Runtime.CompilerServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

public abstract partial class NetlinkOperations<T, TKey, TFilter>
{
    /// <summary>
    /// Watches a table, as <c>ip monitor</c> does: first what is there (<see cref="ChangeKind.Snapshot"/>), then
    /// <see cref="ChangeKind.Synchronized"/>, then each change. It has sockets of its own and goes on when the connection is
    /// closed. Nothing runs behind it: what is not yet pulled waits in the kernel. If that becomes too much, the watch tells
    /// <see cref="ChangeKind.Resync"/>, lists the table again, gives the difference, and goes on.
    /// A change made while the table is listed may be told although the listing had it already.
    /// </summary>
    /// <param name="filter">Which objects are wanted; null for all.</param>
    /// <param name="options">How the watch behaves.</param>
    /// <param name="cancellationToken">Ends the watch with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public async IAsyncEnumerable<Change<T>> WatchAsync(
        TFilter? filter = null,
        WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= WatchOptions.Default;
        using var watch = new NetlinkWatch<T, TKey, TFilter>(this, filter ?? s_everything, options);
        watch.List(cancellationToken);
        while (options.IncludeSnapshot && watch.TryNextListed(out Change<T> change))
        {
            yield return change;
        }

        yield return new Change<T>(ChangeKind.Synchronized, null, null);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isComplete = TryNext(watch, out Change<T> change, out bool isThere);
            if (isThere)
            {
                yield return change;
                continue;
            }

            if (isComplete && !watch.IsUnsettled)
            {
                isComplete = await watch.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (isComplete)
                {
                    continue;
                }
            }

            if (!isComplete)
            {
                yield return new Change<T>(ChangeKind.Resync, null, null);
                watch.Discard();
            }

            watch.ListAgain(cancellationToken);
            while (watch.TryNextDifference(out Change<T> difference))
            {
                yield return difference;
            }

            if (!isComplete)
            {
                yield return new Change<T>(ChangeKind.Synchronized, null, null);
            }
        }
    }

    /// <summary>
    /// Whether a notification is of this kind of object. Some groups carry others under the same type: the bridge's view of a
    /// link, entries of a forwarding database among neighbours.
    /// </summary>
    internal virtual bool IsOwn(ReadOnlySpan<byte> payload) => true;

    /// <summary>
    /// Reads what a watch knows an object of a listing by, and whether the filter wants the object. Where a view can tell, it saves an
    /// object for each entry of a table.
    /// </summary>
    internal virtual bool TryReadKey(in NetlinkMessage message, TFilter filter, out TKey key)
    {
        T item = T.Read(message.Payload);
        key = item.WatchKey;
        return filter.Matches(item);
    }

    /// <summary>
    /// Whether a notification of something else means that objects of this kind vanish without a word, as routes do when
    /// their link goes down. The table is then listed again.
    /// </summary>
    internal virtual bool Unsettles(in NetlinkMessage message) => false;

    /// <summary>Whether an object changed in a way that a watch should tell. Counters alone are none.</summary>
    internal virtual bool Differs(T previous, T current) => !previous.Equals(current);

    private static bool TryNext(NetlinkWatch<T, TKey, TFilter> watch, out Change<T> change, out bool isThere)
    {
        try
        {
            isThere = watch.TryNextChange(out change);
            return true;
        }
        catch (NetlinkOverflowException)
        {
            change = default;
            isThere = false;
            return false;
        }
    }
}
