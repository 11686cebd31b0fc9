namespace KubeNet.Netlink.Transport;

/// <summary>A request of a batch that the kernel refused.</summary>
/// <param name="Index">Its place in the batch, counted from zero in the order of adding.</param>
/// <param name="Exception">Why.</param>
public sealed record NetlinkBatchFailure(int Index, NetlinkException Exception);
