namespace KubeNet.Netlink.Transport;

/// <remarks>The kernel answers while it takes a request, so these are done when they return; the token is looked at before.</remarks>
public abstract partial class NetlinkOperations<T, TKey, TFilter>
{
    /// <inheritdoc cref="Add(T)"/>
    public ValueTask AddAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Add(x.item), cancellationToken);

    /// <inheritdoc cref="TryAdd(T)"/>
    public ValueTask<bool> TryAddAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.TryAdd(x.item), cancellationToken);

    /// <inheritdoc cref="Replace(T)"/>
    public ValueTask ReplaceAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Replace(x.item), cancellationToken);

    /// <inheritdoc cref="Delete(T)"/>
    public ValueTask DeleteAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Delete(x.item), cancellationToken);

    /// <inheritdoc cref="TryDelete(T)"/>
    public ValueTask<bool> TryDeleteAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.TryDelete(x.item), cancellationToken);

    /// <inheritdoc cref="TryGet(T)"/>
    public ValueTask<T?> TryGetAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.TryGet(x.item), cancellationToken);

    /// <inheritdoc cref="Ensure(T)"/>
    public ValueTask<EnsureResult> EnsureAsync(T item, CancellationToken cancellationToken = default) =>
        Completed.Run((this, item), static x => x.Item1.Ensure(x.item), cancellationToken);

    /// <inheritdoc cref="List(TFilter)"/>
    public ValueTask<List<T>> ListAsync(TFilter? filter = null, CancellationToken cancellationToken = default) =>
        Completed.Run((this, filter), static x => x.Item1.List(x.filter), cancellationToken);
}
