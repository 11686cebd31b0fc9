namespace KubeNet.Netlink.Fuzz;

/// <summary>Breaks an input as a hostile or strange sender would.</summary>
internal static class Mutation
{
    private static readonly ushort[] s_lengths = [0, 1, 3, 4, 5, 7, 8, 12, 15, 16, 17, 255, 0x7fff, 0x8000, 0xfffc, 0xffff];

    /// <returns>The bytes that the input has now.</returns>
    public static int Apply(ref FuzzRandom random, Span<byte> buffer, int length)
    {
        for (int left = random.Below(5); left > 0; left--)
        {
            if (length < 4)
            {
                return length;
            }

            // Lengths and types begin at multiples of four, and there it hurts.
            Span<byte> word = buffer.Slice(random.Below(length / 4) * 4, 4);
            switch (random.Below(9))
            {
                case 0:
                    buffer[random.Below(length)] ^= (byte)(1 << random.Below(8));
                    break;
                case 1:
                    buffer[random.Below(length)] = (byte)random.Next();
                    break;
                case 2:
                    BitConverter.TryWriteBytes(word, s_lengths[random.Below(s_lengths.Length)]);
                    break;
                case 3:
                    BitConverter.TryWriteBytes(word, (ushort)(BitConverter.ToUInt16(word) + random.Below(9) - 4));
                    break;
                case 4:
                    BitConverter.TryWriteBytes(word[2..], (ushort)(random.Below(64) | (random.Below(4) << 14)));
                    break;
                case 5:
                    length = random.Below(length);
                    break;
                case 6:
                    int from = random.Below(length);
                    int count = random.Below(Math.Min(64, length - from));
                    int to = random.Below(length - count);
                    buffer.Slice(from, count).CopyTo(buffer[to..]);
                    break;
                case 7:
                    BitConverter.TryWriteBytes(word, (uint)random.Next());
                    break;
                default:
                    int more = Math.Min(random.Below(32), buffer.Length - length);
                    random.Fill(buffer.Slice(length, more));
                    length += more;
                    break;
            }
        }

        return length;
    }
}
