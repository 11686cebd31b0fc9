using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Fuzz;

/// <summary>Acknowledgements, read against a request whose attributes have names.</summary>
internal sealed class AcknowledgementTarget(NetlinkAttributeTable table, int headerLength) : FuzzTarget
{
    private readonly byte[] _request = new byte[256];

    public override string Name => "acknowledgement";

    public override int Compose(ref FuzzRandom random, Span<byte> buffer)
    {
        var request = new NetlinkWriter(_request);
        try
        {
            request.BeginMessage(16, NetlinkMessageFlags.Request, 1);
            request.WriteHeader(headerLength);
            Attributes.Write(ref request, ref random, table, 2);
        }
        catch (NetlinkMessageTooLargeException)
        {
            // As far as it goes.
        }

        var writer = new NetlinkWriter(buffer);
        bool isDone = random.Below(3) == 0;
        bool isCapped = random.Below(2) == 0;
        var flags = NetlinkMessageFlags.AckAttributes | (isCapped ? NetlinkMessageFlags.Capped : 0);
        writer.BeginMessage(isDone ? (ushort)3 : (ushort)2, flags, 1);
        writer.WriteRaw(BitConverter.GetBytes(-random.Below(140)));
        if (!isDone)
        {
            writer.WriteRaw(_request.AsSpan(0, isCapped ? NetlinkMessageHeader.Size : request.Length));
        }

        writer.WriteString(1, "why");
        writer.WriteUInt32(2, (uint)random.Below(300));
        int policy = writer.BeginNested(4);
        writer.WriteUInt64((ushort)(2 + random.Below(12)), random.Next());
        writer.WriteUInt64((ushort)(2 + random.Below(12)), random.Next());
        writer.EndNested(policy);
        writer.WriteUInt32(5, (uint)random.Below(64));
        writer.WriteUInt32(6, (uint)random.Below(300));
        writer.EndMessage();
        return writer.Length;
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        var names = new NetlinkRequestNames(headerLength, table);
        var reader = new NetlinkMessageReader(input);
        while (reader.TryRead(out NetlinkMessage message))
        {
            _ = NetlinkAcknowledgement.ReadError(message, _request, names)?.ToString();
            _ = NetlinkAcknowledgement.ReadDone(message, _request, names)?.ToString();
        }
    }
}
