using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

public sealed partial class NetlinkConnection
{
    /// <summary>Begins a batch: many requests in few sends.</summary>
    public NetlinkBatch CreateBatch() => new(this);

    /// <summary>Sends a window of a batch and hands the answers to it.</summary>
    /// <param name="batch">Takes the answers.</param>
    /// <param name="window">Its messages, with sequence numbers from zero.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="last">Where the last of them begins.</param>
    internal void SendWindow(NetlinkBatch batch, Span<byte> window, int count, int last)
    {
        lock (_gate)
        {
            Begin();
            uint first = NextSequence();
            _sequence = unchecked(first + (uint)count - 1);
            for (int at = 0; at < window.Length;)
            {
                Span<byte> message = window[at..];
                ref uint sequence = ref MemoryMarshal.AsRef<uint>(message[NetlinkMessageHeader.SequenceOffset..]);
                sequence += first;
                at += NetlinkAttributeHeader.Align((int)MemoryMarshal.Read<uint>(message));
            }

            MemoryMarshal.AsRef<NetlinkMessageFlags>(window[(last + NetlinkMessageHeader.FlagsOffset)..]) |= NetlinkMessageFlags.Ack;
            _transport.Send(window);
            while (true)
            {
                var reader = new NetlinkMessageReader(Receive("wait for the end of a batch"));
                while (reader.TryRead(out NetlinkMessage message))
                {
                    if (batch.Accept(message, first))
                    {
                        return;
                    }
                }
            }
        }
    }
}
