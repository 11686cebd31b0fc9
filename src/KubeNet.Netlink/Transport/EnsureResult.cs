namespace KubeNet.Netlink.Transport;

/// <summary>What had to be done so that an object is as wanted.</summary>
public enum EnsureResult
{
    /// <summary>Nothing: it was.</summary>
    Unchanged,

    /// <summary>It was not there and was made.</summary>
    Created,

    /// <summary>It was there, other than wanted, and was changed.</summary>
    Changed,
}
