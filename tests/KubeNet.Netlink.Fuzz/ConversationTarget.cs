using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Fuzz;

/// <summary>A connection whose kernel answers with the input: requests, reads, dumps and batches end, well or badly.</summary>
internal sealed class ConversationTarget<T> : FuzzTarget where T : class, INetlinkRecord<T>
{
    private static readonly NetlinkOptions s_options = new() { Timeout = TimeSpan.FromTicks(1), DumpRetries = 1, BatchWindow = 4 };

    private readonly T _body;
    private byte[] _answer = [];

    public ConversationTarget() => _body = T.Read(new byte[T.HeaderSize]);

    public override string Name => $"conversation about {typeof(T).Name}";

    // Each makes a connection and several exceptions, which cost far more than the reading.
    public override int Weight => 1;

    // The buffers of a connection and of a batch.
    public override int AllowedAllocation => 512 * 1024;

    public override int Compose(ref FuzzRandom random, Span<byte> buffer)
    {
        var writer = new NetlinkWriter(buffer);
        for (int i = random.Below(4); i >= 0; i--)
        {
            ushort type = random.Below(3) == 0 ? (ushort)(1 + random.Below(4)) : (ushort)(16 + random.Below(64));
            writer.BeginMessage(type, (NetlinkMessageFlags)random.Below(0x1000), 1 + (uint)random.Below(5));
            random.Fill(writer.WriteHeader(T.HeaderSize));
            Attributes.Write(ref writer, ref random, T.AttributeTable, 0);
            writer.EndMessage();
        }

        return writer.Length;
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        _answer = input.ToArray();
        var kernel = new InMemoryKernel(Answer);
        using NetlinkConnection connection = kernel.Connect(s_options);
        Attempt(() => connection.TryExecute(20, NetlinkMessageFlags.None, _body, "execute"));
        Attempt(() => connection.Get<T, T>(22, NetlinkMessageFlags.None, _body, "get"));
        Attempt(() => connection.Dump<T, T>(22, _body, "dump"));
        Attempt(() =>
        {
            NetlinkBatch batch = connection.CreateBatch();
            for (int i = 0; i < 6; i++)
            {
                batch.Add(20, NetlinkMessageFlags.None, _body, "batch");
            }

            batch.Execute();
        });
    }

    private static void Attempt(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is NetlinkException or NetlinkFormatException or NetlinkDumpInterruptedException or TimeoutException)
        {
            // The documented ways to fail.
        }
    }

    private void Answer(in NetlinkMessage request, InMemoryReply reply)
    {
        // Sequence numbers that were meant for the first request are moved to this one.
        Span<byte> answer = _answer;
        for (int at = 0; at + NetlinkMessageHeader.Size <= answer.Length;)
        {
            uint length = MemoryMarshal.Read<uint>(answer[at..]);
            MemoryMarshal.Write(answer[(at + 8)..], request.Header.Sequence);
            if (length < NetlinkMessageHeader.Size || length > answer.Length - at)
            {
                break;
            }

            at += (int)((length + 3) & ~3u);
        }

        reply.Raw(_answer);
    }
}
