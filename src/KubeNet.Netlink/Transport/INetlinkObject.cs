namespace KubeNet.Netlink.Transport;

/// <summary>An object of the kernel that can be told from the others of its kind.</summary>
/// <typeparam name="TKey">What the kernel takes for its identity.</typeparam>
public interface INetlinkObject<TKey> where TKey : struct, IEquatable<TKey>
{
    /// <summary>What the kernel takes for the object's identity.</summary>
    TKey Key { get; }

    /// <summary>
    /// What a watch knows the object by, where the kernel changes a part of its identity and tells nothing of the object that
    /// was: then that part is the same for all.
    /// </summary>
    internal TKey WatchKey => Key;
}
