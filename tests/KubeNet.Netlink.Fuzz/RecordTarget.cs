using System.Diagnostics.CodeAnalysis;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Fuzz;

/// <summary>A record: what was read can be written and read again, and is then written the same each time.</summary>
internal sealed class RecordTarget<T> : FuzzTarget where T : INetlinkRecord<T>
{
    private readonly byte[] _first = new byte[256 * 1024];
    private readonly byte[] _second = new byte[256 * 1024];

    [SuppressMessage("Performance", "CA1859", Justification = "The interface carries what is used.")]
    public override string Name => typeof(T).Name;

    public override int Compose(ref FuzzRandom random, Span<byte> buffer)
    {
        var writer = new NetlinkWriter(buffer);
        Span<byte> header = writer.WriteHeader(T.HeaderSize);
        if (random.Below(2) == 0)
        {
            random.Fill(header);
        }

        Attributes.Write(ref writer, ref random, T.AttributeTable, 0);
        return writer.Length;
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        // Writing may put right what no kernel sends (a table that header and attribute call differently), but only once.
        T item = T.Read(input);
        T written = T.Read(_first.AsSpan(0, Write(item, _first)));
        int length = Write(written, _first);
        T again = T.Read(_first.AsSpan(0, length));
        if (!_first.AsSpan(0, length).SequenceEqual(_second.AsSpan(0, Write(again, _second))))
        {
            throw new FindingException($"{typeof(T).Name}: written, read and written again it is different.");
        }
    }

    private static int Write(T item, byte[] buffer)
    {
        var writer = new NetlinkWriter(buffer) { IncludesReported = true };
        item.Write(ref writer);
        return writer.Length;
    }
}
