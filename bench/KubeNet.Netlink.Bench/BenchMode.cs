namespace KubeNet.Netlink.Bench;

/// <summary>Which way of using the library is measured.</summary>
internal enum BenchMode
{
    /// <summary>A request at a time; typed objects.</summary>
    Single,

    /// <summary>Requests in windows.</summary>
    Batch,

    /// <summary>Dumps without an object for each item.</summary>
    View,
}
