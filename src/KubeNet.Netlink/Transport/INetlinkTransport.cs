namespace KubeNet.Netlink.Transport;

/// <summary>What carries datagrams to the kernel and back: a socket, or a stand-in for the kernel in tests.</summary>
public interface INetlinkTransport : IDisposable
{
    /// <summary>Hands a datagram of one or more messages to the kernel.</summary>
    void Send(ReadOnlySpan<byte> datagram);

    /// <summary>Waits for a datagram.</summary>
    /// <param name="buffer">Where it goes. What does not fit is lost.</param>
    /// <param name="timeout">How long to wait; zero does not wait.</param>
    /// <returns>Bytes of the datagram, more than the buffer has if it was cut off; 0 if none came in time.</returns>
    /// <exception cref="NetlinkOverflowException">Datagrams were dropped before this one.</exception>
    int Receive(Span<byte> buffer, TimeSpan timeout);

    /// <summary>Waits until <see cref="Receive"/> has something to give, without a thread.</summary>
    /// <exception cref="NetlinkOverflowException">Datagrams were dropped.</exception>
    ValueTask WaitAsync(CancellationToken cancellationToken);

    /// <summary>Opens another of its kind to the same kernel, in the same network namespace: for listening beside requests.</summary>
    INetlinkTransport OpenAnother(NetlinkOptions? options);

    /// <summary>Begins to listen to a multicast group (<c>NETLINK_ADD_MEMBERSHIP</c>), such as <c>RTNLGRP_LINK</c>.</summary>
    void JoinGroup(uint group);

    /// <summary>Ceases to listen to a multicast group (<c>NETLINK_DROP_MEMBERSHIP</c>).</summary>
    void LeaveGroup(uint group);
}
