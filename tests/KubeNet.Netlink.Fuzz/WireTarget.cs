using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Fuzz;

/// <summary>Messages and their attributes, to any depth, with every way to read a value.</summary>
internal sealed class WireTarget : FuzzTarget
{
    public override string Name => "wire";

    public override int Compose(ref FuzzRandom random, Span<byte> buffer)
    {
        var writer = new NetlinkWriter(buffer);
        for (int i = random.Below(4); i >= 0; i--)
        {
            writer.BeginMessage((ushort)random.Below(128), (NetlinkMessageFlags)random.Below(0x1000), (uint)random.Below(8));
            if (random.Below(8) == 0)
            {
                random.Fill(writer.WriteHeader(4 * random.Below(6)));
            }

            Attributes.Write(ref writer, ref random, null, 0);
            writer.EndMessage();
        }

        return writer.Length;
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        var reader = new NetlinkMessageReader(input);
        int total = 0;
        while (reader.TryRead(out NetlinkMessage message))
        {
            total += message.Bytes.Length;
            ReadAll(message.Payload, 0);
        }

        if (total > input.Length)
        {
            throw new FindingException("The messages are longer than the datagram.");
        }
    }

    private static void ReadAll(ReadOnlySpan<byte> attributes, int depth)
    {
        var reader = new NetlinkAttributeReader(attributes);
        while (reader.Read())
        {
            _ = reader.TryGetUInt8(out _) | reader.TryGetUInt16(out _) | reader.TryGetUInt16BigEndian(out _)
                | reader.TryGetUInt32(out _) | reader.TryGetUInt32BigEndian(out _)
                | reader.TryGetUInt64(out _) | reader.TryGetUInt64BigEndian(out _)
                | reader.TryGetString(out _) | reader.TryGetIPAddress(out _) | reader.TryGetMacAddress(out _)
                | reader.TryGetStruct(out Guid _);
            if (reader.Value.Length > attributes.Length - 4)
            {
                throw new FindingException("An attribute is longer than what holds it.");
            }

            if (reader.IsNested && depth < 8)
            {
                ReadAll(reader.Value, depth + 1);
            }
        }
    }
}
