using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// What can be done with one kind of kernel object: read, add, replace, delete, have it as wanted, watch. Each exists in a form
/// that returns when the kernel has done it, an asynchronous one, and where it changes something one for a batch.
/// </summary>
/// <typeparam name="T">The object.</typeparam>
/// <typeparam name="TKey">What the kernel takes for its identity.</typeparam>
/// <typeparam name="TFilter">Which objects of the table are wanted.</typeparam>
public abstract partial class NetlinkOperations<T, TKey, TFilter>
    where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
    where TKey : struct, IEquatable<TKey>
    where TFilter : class, INetlinkFilter<T>, new()
{
    private const NetlinkMessageFlags AddFlags = NetlinkMessageFlags.Create | NetlinkMessageFlags.Exclusive;

    private static readonly TFilter s_everything = new();
    private int _lastCount;

    private protected NetlinkOperations(NetlinkConnection connection, NetlinkObjectKind kind)
    {
        Connection = connection;
        Kind = kind;
    }

    /// <summary>The conversation with the kernel.</summary>
    public NetlinkConnection Connection { get; }

    /// <summary>What the messages are called.</summary>
    public NetlinkObjectKind Kind { get; }

    /// <summary>How a request says that it makes the object or takes the place of another.</summary>
    private protected virtual NetlinkMessageFlags ReplaceFlags => NetlinkMessageFlags.Create | NetlinkMessageFlags.Replace;

    /// <summary>Makes an object.</summary>
    /// <exception cref="NetlinkException">It exists (<see cref="LinuxError.EEXIST"/>), or the kernel refused it.</exception>
    public void Add(T item)
    {
        Validate(item);
        if (Connection.TryExecute(Kind.New, AddFlags, item, Kind.Adding) is { } error)
        {
            throw new NetlinkException(Kind.Adding, item.Describe(), Explain(error, item));
        }

        CompleteAddition(item);
    }

    /// <summary>Makes an object in a batch.</summary>
    public void Add(NetlinkBatch batch, T item)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Validate(item);
        ValidateForBatch(item);
        batch.Add(Kind.New, AddFlags, item, Kind.Adding);
    }

    /// <summary>Makes an object unless one of its identity exists.</summary>
    /// <returns>Whether it was made.</returns>
    /// <exception cref="NetlinkException">The kernel refused it.</exception>
    public bool TryAdd(T item)
    {
        Validate(item);
        switch (Connection.TryExecute(Kind.New, AddFlags, item, Kind.Adding))
        {
            case null:
                CompleteAddition(item);
                return true;
            case { Error: LinuxError.EEXIST }:
                return false;
            case { } error:
                throw new NetlinkException(Kind.Adding, item.Describe(), Explain(error, item));
        }
    }

    /// <summary>Makes an object, or puts it in the place of the one that has its identity.</summary>
    /// <exception cref="NetlinkException">The kernel refused it.</exception>
    public void Replace(T item)
    {
        Validate(item);
        if (Connection.TryExecute(Kind.New, ReplaceFlags, item, Kind.Replacing) is { } error)
        {
            throw new NetlinkException(Kind.Replacing, item.Describe(), Explain(error, item));
        }
    }

    /// <summary>Makes or replaces an object in a batch.</summary>
    public void Replace(NetlinkBatch batch, T item)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Validate(item);
        batch.Add(Kind.New, ReplaceFlags, item, Kind.Replacing);
    }

    /// <summary>Deletes an object.</summary>
    /// <exception cref="NetlinkException">It does not exist, or the kernel refused.</exception>
    public void Delete(T item) => Connection.Execute(Kind.Delete, NetlinkMessageFlags.None, DeletionOf(Checked(item)), Kind.Deleting);

    /// <summary>Deletes an object in a batch.</summary>
    public void Delete(NetlinkBatch batch, T item)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Add(Kind.Delete, NetlinkMessageFlags.None, DeletionOf(Checked(item)), Kind.Deleting);
    }

    /// <summary>Deletes an object if it exists.</summary>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public virtual bool TryDelete(T item) =>
        Connection.TryExecute(Kind.Delete, NetlinkMessageFlags.None, DeletionOf(Checked(item)), Kind.Deleting) switch
        {
            null => true,
            { IsNotFound: true } => false,
            { } error => throw new NetlinkException(Kind.Deleting, item.Describe(), error),
        };

    /// <summary>Reads the object that has the identity of the one given, by asking for it alone.</summary>
    /// <returns>The object; null if there is none.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public abstract T? TryGet(T item);

    /// <summary>
    /// Has an object as wanted: makes it, changes it, or does nothing. What the object leaves open (null) is not looked at.
    /// </summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public virtual EnsureResult Ensure(T item)
    {
        Validate(item);
        if (TryGet(item) is not { } actual)
        {
            // Someone may have made it meanwhile: replacing then has the same outcome.
            if (TryAdd(item))
            {
                return EnsureResult.Created;
            }
        }
        else if (Satisfies(actual, item))
        {
            return EnsureResult.Unchanged;
        }

        Replace(item);
        return EnsureResult.Changed;
    }

    /// <summary>Lists the objects that a filter wants, or all.</summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    /// <exception cref="NetlinkDumpInterruptedException">The table changed during each attempt.</exception>
    public List<T> List(TFilter? filter = null)
    {
        filter ??= s_everything;
        // A table tends to have as many as when it was listed last, and a large list that grows is copied and thrown away.
        var collector = new Collector(new List<T>(_lastCount), filter, Kind.New);
        Connection.Dump(Kind.Get, filter, ref collector, Kind.Listing);
        _lastCount = collector.Items.Count;
        return collector.Items;
    }

    /// <summary>
    /// Hands over the messages of the objects that the kernel's filter lets through, without making objects of them: for large
    /// tables, with one of the views over a message.
    /// </summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    /// <exception cref="NetlinkDumpInterruptedException">The table changed during each attempt.</exception>
    public void Visit<TVisitor>(TFilter? filter, ref TVisitor visitor) where TVisitor : INetlinkVisitor, allows ref struct =>
        Connection.Dump(Kind.Get, filter ?? s_everything, ref visitor, Kind.Listing);

    /// <summary>Whether what exists is as wanted: each attribute that the wanted object states is there with that value.</summary>
    internal abstract bool Satisfies(T actual, T wanted);

    /// <summary>Throws for what the kernel would refuse with fewer words, or misunderstand.</summary>
    private protected virtual void Validate(T item) => Checked(item);

    /// <summary>Throws for what takes more than one request, which a batch counts as one.</summary>
    private protected virtual void ValidateForBatch(T item)
    {
    }

    /// <summary>Says more of why the kernel refused to make an object than the answer alone tells.</summary>
    private protected virtual NetlinkError Explain(NetlinkError error, T item) => error;

    /// <summary>States what the kernel does not take in the request that makes an object.</summary>
    private protected virtual void CompleteAddition(T item)
    {
    }

    /// <summary>What a request for deletion says of an object: its identity, and nothing that the kernel would not take.</summary>
    private protected abstract T DeletionOf(T item);

    private static T Checked(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item;
    }

    private readonly struct Collector(List<T> items, TFilter filter, ushort type) : INetlinkVisitor
    {
        public List<T> Items { get; } = items;

        public void Begin() => Items.Clear();

        public bool Visit(in NetlinkMessage message)
        {
            if (message.Header.Type == type)
            {
                var item = T.Read(message.Payload);
                if (filter.Matches(item))
                {
                    Items.Add(item);
                }
            }

            return true;
        }
    }
}
