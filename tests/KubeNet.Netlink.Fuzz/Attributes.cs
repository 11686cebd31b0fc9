using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Fuzz;

/// <summary>Writes attributes that a table knows, with payloads of likely lengths.</summary>
internal static class Attributes
{
    private static readonly int[] s_lengths = [0, 1, 2, 4, 4, 4, 6, 8, 8, 12, 16, 16, 20, 32, 36, 64];

    public static void Write(ref NetlinkWriter writer, ref FuzzRandom random, NetlinkAttributeTable? table, int depth)
    {
        Span<byte> payload = stackalloc byte[64];
        for (int left = random.Below(8); left > 0; left--)
        {
            NetlinkAttributeEntry? entry = table is { Entries.Length: > 0 } && random.Below(16) != 0
                ? table.Entries[random.Below(table.Entries.Length)]
                : null;
            ushort type = entry?.Id ?? (ushort)random.Below(64);
            if (depth < 4 && (entry?.Nested is not null || random.Below(12) == 0))
            {
                int nest = random.Below(4) == 0 ? writer.BeginNestedWithoutFlag(type) : writer.BeginNested(type);
                WriteNest(ref writer, ref random, entry, depth);
                writer.EndNested(nest);
                continue;
            }

            Span<byte> value = payload[..s_lengths[random.Below(s_lengths.Length)]];
            random.Fill(value);
            if (random.Below(3) == 0)
            {
                // Small numbers mean something more often than large ones.
                value.Clear();
                if (value.Length > 0)
                {
                    value[0] = (byte)random.Below(8);
                }
            }

            writer.WriteBytes(type, value);
        }
    }

    private static void WriteNest(ref NetlinkWriter writer, ref FuzzRandom random, NetlinkAttributeEntry? entry, int depth)
    {
        if (entry?.Nested?.Invoke(default) is { } table)
        {
            Write(ref writer, ref random, table, depth + 1);
            return;
        }

        // The table depends on what is in the nest (the kind of a link), or the nest is a list of nests.
        for (int i = random.Below(3); i >= 0; i--)
        {
            if (random.Below(2) == 0)
            {
                Write(ref writer, ref random, null, depth + 1);
                continue;
            }

            string[] words = Words.All;
            writer.WriteString((ushort)(1 + random.Below(4)), words[random.Below(words.Length)]);
            int data = writer.BeginNested((ushort)(2 + random.Below(4)));
            Write(ref writer, ref random, null, depth + 1);
            writer.EndNested(data);
        }
    }
}
