using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// Listens to the kernel's notifications, raw. Messages wait in the socket's receive buffer until they are read; when that is
/// full the kernel drops what follows and says so once. <see cref="NetlinkOperations{T, TKey, TFilter}"/> has the form that
/// most want, <c>WatchAsync</c>. A monitor is used by one thread at a time.
/// </summary>
/// <param name="transport">Carries the notifications; the monitor then owns it.</param>
public sealed class NetlinkMonitor(INetlinkTransport transport) : IDisposable
{
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(16 * 1024);

    /// <summary>Opens a monitor in the network namespace of the calling thread.</summary>
    /// <param name="protocol">The family: 0 is rtnetlink (<c>NETLINK_ROUTE</c>), 16 generic netlink (<c>NETLINK_GENERIC</c>).</param>
    /// <param name="options">Buffers and checks.</param>
    /// <exception cref="NetlinkException">The kernel has no such family, or a limit of descriptors is reached.</exception>
    public static NetlinkMonitor Open(int protocol = 0, NetlinkOptions? options = null) => new(NetlinkSocket.Open(protocol, options));

    /// <summary>Begins to listen to a group, such as <c>RTNLGRP_LINK</c> (1). Any number will do, those above 31 too.</summary>
    /// <exception cref="NetlinkException">The family has no such group, or it takes a capability.</exception>
    public void Join(uint group) => transport.JoinGroup(group);

    /// <summary>Ceases to listen to a group.</summary>
    /// <exception cref="NetlinkException">The family has no such group.</exception>
    public void Leave(uint group) => transport.LeaveGroup(group);

    /// <summary>Hands over the messages of the next datagram, if one is there. It does not wait.</summary>
    /// <param name="visitor">Takes the messages; its <see cref="INetlinkVisitor.Begin"/> is not called, and what it returns does not matter.</param>
    /// <returns>False if nothing is there.</returns>
    /// <exception cref="NetlinkOverflowException">Messages were lost.</exception>
    public bool Receive<TVisitor>(ref TVisitor visitor) where TVisitor : INetlinkVisitor, allows ref struct
    {
        if (!TryReceive(out ReadOnlyMemory<byte> datagram))
        {
            return false;
        }

        var reader = new NetlinkMessageReader(datagram.Span);
        while (reader.TryRead(out NetlinkMessage message))
        {
            visitor.Visit(message);
        }

        return true;
    }

    /// <summary>Waits until something is there, without a thread.</summary>
    /// <exception cref="NetlinkOverflowException">Messages were lost.</exception>
    public ValueTask WaitAsync(CancellationToken cancellationToken = default) => transport.WaitAsync(cancellationToken);

    /// <summary>Opens a connection for requests to the same kernel, in the same network namespace.</summary>
    public NetlinkConnection OpenConnection(NetlinkOptions? options = null) => new(transport.OpenAnother(options), options);

    /// <summary>Closes the socket.</summary>
    public void Dispose() => transport.Dispose();

    /// <summary>The next datagram, which lasts until the next call.</summary>
    internal bool TryReceive(out ReadOnlyMemory<byte> datagram)
    {
        int length = transport.Receive(_buffer, TimeSpan.Zero);
        if (length > _buffer.Length)
        {
            // Its end is lost, as if the kernel had dropped it.
            _buffer = GC.AllocateUninitializedArray<byte>(length + (length / 4));
            throw new NetlinkOverflowException();
        }

        datagram = _buffer.AsMemory(0, length);
        return length > 0;
    }

    /// <summary>Throws away what waits. The kernel, which holds its tongue after an overflow, then speaks again.</summary>
    internal void Discard()
    {
        while (true)
        {
            try
            {
                if (transport.Receive(_buffer, TimeSpan.Zero) == 0)
                {
                    return;
                }
            }
            catch (NetlinkOverflowException)
            {
                // That is why we are here.
            }
        }
    }
}
