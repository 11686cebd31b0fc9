using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>
/// A stand-in for the kernel, for tests that need neither privilege nor Linux: a handler answers the requests, and
/// notifications go to those who listen.
/// <code>
/// var kernel = new InMemoryKernel((in NetlinkMessage request, InMemoryReply reply) =&gt; reply.Fail(LinuxError.EPERM));
/// using NetlinkConnection connection = kernel.Connect();
/// </code>
/// </summary>
/// <param name="handler">Answers each request, on the thread that sends it, before the send returns, as the kernel does.</param>
public sealed class InMemoryKernel(NetlinkRequestHandler handler)
{
    private readonly Lock _gate = new();
    private readonly List<InMemoryTransport> _transports = [];

    /// <summary>A kernel that acknowledges whatever is asked and whose tables are empty.</summary>
    public InMemoryKernel() : this(static (in NetlinkMessage _, InMemoryReply _) => { })
    {
    }

    /// <summary>Datagrams that wait for a listener before it overflows (<c>ENOBUFS</c>). Answers to requests do not count.</summary>
    public int NotificationCapacity { get; init; } = int.MaxValue;

    /// <summary>How many transports are open.</summary>
    public int OpenTransports
    {
        get
        {
            lock (_gate)
            {
                return _transports.Count;
            }
        }
    }

    /// <summary>Opens a connection to this kernel.</summary>
    public NetlinkConnection Connect(NetlinkOptions? options = null) => new(OpenTransport(), options);

    /// <summary>Opens a transport to this kernel: what a socket is to the real one.</summary>
    public InMemoryTransport OpenTransport()
    {
        var transport = new InMemoryTransport(this);
        lock (_gate)
        {
            _transports.Add(transport);
        }

        return transport;
    }

    /// <summary>Tells all listeners of a group of a change.</summary>
    /// <param name="group">The group, such as <c>RTNLGRP_LINK</c>.</param>
    /// <param name="type">What happened, such as <c>RTM_NEWLINK</c>.</param>
    /// <param name="body">The object, with the attributes that only a kernel writes.</param>
    public void Notify(uint group, ushort type, INetlinkBody body)
    {
        byte[] datagram = Write(type, NetlinkMessageFlags.None, 0, body);
        foreach (InMemoryTransport transport in Listeners())
        {
            transport.Notify(group, datagram);
        }
    }

    /// <summary>Has all listeners of a group lose what comes next, as when their receive buffers are full.</summary>
    public void Overflow(uint group)
    {
        foreach (InMemoryTransport transport in Listeners())
        {
            transport.Overflow(group);
        }
    }

    internal static byte[] Write(ushort type, NetlinkMessageFlags flags, uint sequence, INetlinkBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        for (int capacity = 1024; ; capacity *= 8)
        {
            byte[] buffer = new byte[capacity];
            var writer = new NetlinkWriter(buffer) { IncludesReported = true };
            try
            {
                writer.BeginMessage(type, flags, sequence);
                body.Write(ref writer);
                writer.EndMessage();
                return writer.Written.ToArray();
            }
            catch (NetlinkMessageTooLargeException e) when (e.FitsLargerBuffer && capacity < 1024 * 1024)
            {
                // The next one is larger.
            }
        }
    }

    internal void Handle(in NetlinkMessage request, InMemoryReply reply) => handler(request, reply);

    internal void Close(InMemoryTransport transport)
    {
        lock (_gate)
        {
            _transports.Remove(transport);
        }
    }

    private InMemoryTransport[] Listeners()
    {
        lock (_gate)
        {
            return [.. _transports];
        }
    }
}
