using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>An object of a state, wanted or found: one of the kernel's, with interfaces by name rather than by index.</summary>
public abstract record StateObject
{
    private protected StateObject()
    {
    }

    /// <summary>What it is: <c>route</c>.</summary>
    internal abstract string Noun { get; }

    /// <summary>What tells it from others of its kind, in words.</summary>
    internal abstract string Identity { get; }

    /// <summary>Everything else about it, in words; empty if there is nothing.</summary>
    internal abstract string Details { get; }

    /// <summary>The object in the words of <c>ip</c>: <c>route 10.244.1.0/24 via 10.0.0.2 dev eth0</c>.</summary>
    public sealed override string ToString() => Details.Length == 0 ? $"{Noun} {Identity}" : $"{Noun} {Identity} {Details}";

    /// <summary>Has a batch make it.</summary>
    internal abstract void AddCreation(NetlinkBatch batch, StateTarget target);

    /// <summary>Has a batch put it in the place of what has its identity.</summary>
    internal abstract void AddReplacement(NetlinkBatch batch, StateTarget target, StateObject before);

    /// <summary>Has a batch remove it.</summary>
    internal abstract void AddRemoval(NetlinkBatch batch, StateTarget target);
}
