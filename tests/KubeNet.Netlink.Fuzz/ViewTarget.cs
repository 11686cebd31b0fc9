using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Fuzz;

/// <summary>A view over a message, which reads in place what a record copies.</summary>
internal sealed class ViewTarget<T>(string name, ViewTarget<T>.Look look) : FuzzTarget where T : INetlinkRecord<T>
{
    private readonly RecordTarget<T> _record = new();

    /// <summary>Reads all that the view shows.</summary>
    public delegate void Look(in NetlinkMessage message);

    public override string Name => name;

    public override int Compose(ref FuzzRandom random, Span<byte> buffer)
    {
        int length = NetlinkMessageHeader.Size + _record.Compose(ref random, buffer[NetlinkMessageHeader.Size..]);
        var header = new NetlinkMessageHeader((uint)length, 28, NetlinkMessageFlags.Multi, 1, 0);
        MemoryMarshal.Write(buffer, in header);
        return length;
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        var reader = new NetlinkMessageReader(input);
        while (reader.TryRead(out NetlinkMessage message))
        {
            look(message);
        }
    }
}
