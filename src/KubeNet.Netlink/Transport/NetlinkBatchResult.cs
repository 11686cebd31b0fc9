namespace KubeNet.Netlink.Transport;

/// <summary>What became of a batch.</summary>
/// <param name="Count">How many requests it had.</param>
/// <param name="Failures">Those that the kernel refused, in their order. The others are done.</param>
public sealed record NetlinkBatchResult(int Count, NetlinkList<NetlinkBatchFailure> Failures)
{
    /// <summary>Throws the first refusal, if there is any.</summary>
    /// <exception cref="NetlinkException">A request was refused.</exception>
    public void ThrowIfFailed()
    {
        if (Failures.Count > 0)
        {
            throw Failures[0].Exception;
        }
    }
}
