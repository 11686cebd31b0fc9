using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

/// <summary>What an <see cref="InMemoryKernel"/> answers to one request.</summary>
public sealed class InMemoryReply
{
    private readonly InMemoryTransport _transport;
    private readonly NetlinkMessageHeader _request;
    private readonly List<byte> _datagram = [];
    private bool _isAnswered;

    internal InMemoryReply(InMemoryTransport transport, NetlinkMessageHeader request)
    {
        _transport = transport;
        _request = request;
    }

    /// <summary>Answers with the object that was asked for.</summary>
    /// <param name="type">What the message is, such as <c>RTM_NEWROUTE</c>.</param>
    /// <param name="body">The object, with the attributes that only a kernel writes.</param>
    public void Object(ushort type, INetlinkBody body) => Append(type, NetlinkMessageFlags.None, body);

    /// <summary>Answers with one object of a dump, which <see cref="Done"/> ends.</summary>
    /// <param name="type">What the message is, such as <c>RTM_NEWROUTE</c>.</param>
    /// <param name="body">The object, with the attributes that only a kernel writes.</param>
    /// <param name="isInterrupted">Whether the kernel says that the table changed meanwhile (<c>NLM_F_DUMP_INTR</c>).</param>
    public void Part(ushort type, INetlinkBody body, bool isInterrupted = false) =>
        Append(type, NetlinkMessageFlags.Multi | Interrupted(isInterrupted), body);

    /// <summary>Ends a dump (<c>NLMSG_DONE</c>).</summary>
    /// <param name="error">Why the kernel gave up halfway; none if it did not.</param>
    /// <param name="message">The kernel's words.</param>
    /// <param name="isInterrupted">Whether the kernel says that the table changed meanwhile (<c>NLM_F_DUMP_INTR</c>).</param>
    public void Done(LinuxError error = LinuxError.None, string? message = null, bool isInterrupted = false)
    {
        var acknowledgement = new InMemoryAcknowledgement(error, null) { Message = message };
        Append(NLMSG_DONE, NetlinkMessageFlags.Multi | Interrupted(isInterrupted) | acknowledgement.Flags, acknowledgement);
    }

    /// <summary>Says that the request was done.</summary>
    public void Acknowledge() => Fail(LinuxError.None);

    /// <summary>Refuses the request.</summary>
    /// <param name="error">Why.</param>
    /// <param name="message">The kernel's words.</param>
    /// <param name="offset">Where in the request, from its first byte, the attribute at fault begins.</param>
    /// <param name="missing">The number of an attribute that is missing.</param>
    public void Fail(LinuxError error, string? message = null, int? offset = null, int? missing = null)
    {
        var acknowledgement = new InMemoryAcknowledgement(error, _request) { Message = message, Offset = offset, Missing = missing };
        Append(NLMSG_ERROR, NetlinkMessageFlags.Capped | acknowledgement.Flags, acknowledgement);
    }

    /// <summary>Ends the datagram: what follows comes in another.</summary>
    public void EndDatagram()
    {
        if (_datagram.Count > 0)
        {
            _transport.Deliver(CollectionsMarshal.AsSpan(_datagram).ToArray(), isNotification: false);
            _datagram.Clear();
        }
    }

    /// <summary>Answers with bytes as they are, as a datagram of their own.</summary>
    public void Raw(ReadOnlySpan<byte> datagram)
    {
        EndDatagram();
        _isAnswered = true;
        _transport.Deliver(datagram.ToArray(), isNotification: false);
    }

    /// <summary>Gives no answer at all.</summary>
    public void Silence() => _isAnswered = true;

    /// <summary>Says what a handler that says nothing means, and sends all.</summary>
    internal void Complete()
    {
        bool wantsAcknowledgement = (_request.Flags & NetlinkMessageFlags.Ack) != 0;
        if (!_isAnswered && wantsAcknowledgement)
        {
            Acknowledge();
        }
        else if (!_isAnswered && (_request.Flags & NetlinkMessageFlags.Dump) == NetlinkMessageFlags.Dump)
        {
            Done();
        }

        EndDatagram();
    }

    private static NetlinkMessageFlags Interrupted(bool isInterrupted) =>
        isInterrupted ? NetlinkMessageFlags.DumpInterrupted : NetlinkMessageFlags.None;

    private void Append(ushort type, NetlinkMessageFlags flags, INetlinkBody body)
    {
        _isAnswered = true;
        _datagram.AddRange(InMemoryKernel.Write(type, flags, _request.Sequence, body));
    }
}
