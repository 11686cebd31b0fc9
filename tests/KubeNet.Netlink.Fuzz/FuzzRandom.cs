namespace KubeNet.Netlink.Fuzz;

/// <summary>SplitMix64: one number of state, so that each input can be made again from its own number.</summary>
internal struct FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9e37_79b9_7f4a_7c15;
        z = (z ^ (z >> 30)) * 0xbf58_476d_1ce4_e5b9;
        z = (z ^ (z >> 27)) * 0x94d0_49bb_1331_11eb;
        return z ^ (z >> 31);
    }

    /// <summary>A number from zero to below a limit.</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    public void Fill(Span<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            BitConverter.TryWriteBytes(bytes, Next());
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = Next();
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(rest >> (8 * i));
        }
    }
}
