using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Leftovers;

namespace KubeNet.Testing.Hosts;

/// <summary>
/// Hosts, switches and pods, each in a network namespace of its own: the machine's own network sees nothing of them. All is made
/// through netlink; each member returns when what it made carries packets. Needs CAP_SYS_ADMIN and CAP_NET_ADMIN, and a
/// writable <c>/run</c>.
/// </summary>
/// <remarks>
/// Disposing removes all of it, also after something in between has failed. A process that is killed leaves it standing; the next
/// network that is made anywhere on the machine removes that first (<see cref="NetworkLeftovers"/>). Captures, sockets and
/// processes inside belong to whoever made them, and keep their namespace alive, without a name, until they end. Members may
/// be used from many threads at once.
/// </remarks>
public sealed class VirtualNetwork : IDisposable, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Journal _journal;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _owned = [];
    private readonly List<VirtualHost> _hosts = [];
    private readonly List<VirtualSwitch> _switches = [];
    private bool _isDisposed;

    private VirtualNetwork(Journal journal, bool keep)
    {
        _journal = journal;
        Keep = keep;
    }

    /// <summary>What the names of its namespaces have in common: <c>kn-ID-…</c>.</summary>
    public string Id => _journal.Network;

    /// <summary>
    /// Whether it stays when it is disposed. It begins as <see cref="VirtualNetworkOptions.Keep"/>; set it at the end to keep only what
    /// was finished.
    /// </summary>
    public bool Keep { get; set; }

    /// <summary>The hosts, in the order in which they were added.</summary>
    public IReadOnlyList<VirtualHost> Hosts => Snapshot(_hosts);

    /// <summary>The switches, in the order in which they were added.</summary>
    public IReadOnlyList<VirtualSwitch> Switches => Snapshot(_switches);

    /// <summary>Makes an empty network, and removes those whose process was killed.</summary>
    /// <param name="options">How; <see cref="VirtualNetworkOptions.Default"/> if <see langword="null"/>.</param>
    /// <exception cref="IOException">It could not be recorded in <c>/run/kubenet/testing</c>.</exception>
    public static VirtualNetwork Create(VirtualNetworkOptions? options = null)
    {
        options ??= VirtualNetworkOptions.Default;
        if (options.Name is not null)
            NetworkName.ValidateLabel(options.Name, nameof(options));
        return new VirtualNetwork(Journal.Begin(JournalDirectory.Default, options.Name, options.Keep), options.Keep);
    }

    /// <summary>Adds a host, which is connected to nothing yet.</summary>
    /// <param name="name">Its name, unique in the network: letters, digits, '-', '_', '.', at most 64.</param>
    /// <exception cref="NetworkNamespaceException">The privilege is missing.</exception>
    public VirtualHost AddHost(string name)
    {
        NetworkName.ValidateMember(name, nameof(name));
        return Add(_hosts, new VirtualHost(this, name));
    }

    /// <summary>Adds a switch: a bridge in a namespace of its own.</summary>
    /// <param name="name">Its name, unique in the network: letters, digits, '-', '_', '.', at most 64.</param>
    /// <param name="mtu">Largest packet in bytes on links that state none; the kernel's 1500 if <see langword="null"/>.</param>
    /// <exception cref="NetworkNamespaceException">The privilege is missing.</exception>
    public VirtualSwitch AddSwitch(string name, int? mtu = null)
    {
        NetworkName.ValidateMember(name, nameof(name));
        return Add(_switches, new VirtualSwitch(this, name, mtu));
    }

    /// <summary>Connects two hosts (or pods) by a cable: a veth pair.</summary>
    /// <param name="first">One host.</param>
    /// <param name="firstInterface">The name of the cable's end there.</param>
    /// <param name="second">The other host.</param>
    /// <param name="secondInterface">The name of the cable's end there.</param>
    /// <param name="firstSettings">What the first end is given.</param>
    /// <param name="secondSettings">What the second end is given; an MTU that only one end states is that of both.</param>
    /// <returns>The link of the first host; that of the second has its <see cref="Link.ParentIndex"/>.</returns>
    /// <exception cref="Netlink.Transport.NetlinkException">A name is taken, or the kernel refused a setting.</exception>
    public Link Connect(
        VirtualNode first,
        string firstInterface,
        VirtualNode second,
        string secondInterface,
        LinkSettings? firstSettings = null,
        LinkSettings? secondSettings = null)
    {
        CheckMember(first, nameof(first));
        CheckMember(second, nameof(second));
        firstSettings ??= LinkSettings.Default;
        secondSettings ??= LinkSettings.Default;
        (Link near, Link far) = VethPair.Create(
            first,
            new Link { Name = firstInterface, Mtu = firstSettings.Mtu ?? secondSettings.Mtu, Address = firstSettings.MacAddress },
            second,
            new Link { Name = secondInterface, Mtu = secondSettings.Mtu ?? firstSettings.Mtu, Address = secondSettings.MacAddress });
        first.AddAddresses(near.Index, firstSettings.Addresses);
        second.AddAddresses(far.Index, secondSettings.Addresses);
        return near;
    }

    /// <summary>Removes all that was made, unless it is to be kept. What failed is tried again when the process has ended.</summary>
    /// <exception cref="NetworkNamespaceException">A namespace could not be removed; the others were.</exception>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            for (int i = _owned.Count - 1; i >= 0; i--)
                _owned[i].Dispose();
            using (_journal)
            {
                if (Keep)
                    _journal.Release();
                else
                    _journal.RemoveAll();
            }
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the namespace of a member. It has no name, and dies with this process, until the journal knows of it.</summary>
    internal NetworkNamespace CreateNamespace(string member)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_names.Add(member))
                throw new ArgumentException($"The network has a member '{member}' already.", nameof(member));
        }

        using NetworkNamespace unnamed = NetworkNamespace.CreateUnnamed();
        string name = NetworkName.Of(Id, member);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _journal.Announce(name, unnamed.Identity);
            unnamed.Attach(name);
            var named = NetworkNamespace.Open(name);
            _owned.Add(named);
            return named;
        }
    }

    /// <summary>Has something disposed with the network.</summary>
    internal T Own<T>(T disposable) where T : IDisposable
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _owned.Add(disposable);
                return disposable;
            }
        }
        disposable.Dispose();
        throw new ObjectDisposedException(nameof(VirtualNetwork));
    }

    internal void CheckMember(VirtualNode node, string parameter)
    {
        ArgumentNullException.ThrowIfNull(node, parameter);
        if (node.Network != this)
            throw new ArgumentException($"'{node.Name}' belongs to another network.", parameter);
    }

    private T Add<T>(List<T> list, T member)
    {
        lock (_lock)
            list.Add(member);
        return member;
    }

    private T[] Snapshot<T>(List<T> list)
    {
        lock (_lock)
            return [.. list];
    }
}
