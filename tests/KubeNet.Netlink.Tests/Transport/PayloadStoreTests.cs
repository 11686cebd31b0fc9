using CsCheck;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class PayloadStoreTests
{
    [Fact]
    public void It_holds_what_a_dictionary_holds()
    {
        Gen<(int Index, int Length, bool IsRemoval)> step = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 200], Gen.Bool);
        step.Array[0, 400].Sample(steps =>
        {
            var store = new PayloadStore<Sample, int>();
            var model = new Dictionary<int, Sample>();
            foreach ((int index, int length, bool isRemoval) in steps)
            {
                var sample = new Sample { Index = index, Name = length == 0 ? null : new string('x', length) };
                if (!isRemoval)
                {
                    store.Set(index, Payload(sample));
                    model[index] = sample;
                }
                else if (store.TryFind(index, default, out int at, out Sample? stored))
                {
                    if (!model.Remove(index, out Sample? expected) || expected != stored)
                    {
                        return false;
                    }

                    store.RemoveAt(at);
                }
            }

            var found = new List<Sample>();
            for (int cursor = 0; store.TryNext(ref cursor, out ReadOnlySpan<byte> payload);)
            {
                found.Add(Sample.Read(payload));
            }

            return store.Count == model.Count
                && found.OrderBy(s => s.Index).SequenceEqual(model.Values.OrderBy(s => s.Index))
                && model.All(m => store.TryFind(m.Key, default, out _, out Sample? stored) && stored == m.Value);
        });
    }

    [Fact]
    public void The_same_bytes_are_known_without_reading_them()
    {
        var store = new PayloadStore<Sample, int>();
        byte[] payload = Payload(new Sample { Index = 1 });
        store.Set(1, payload);
        Assert.True(store.TryFind(1, payload, out _, out Sample? stored));
        Assert.Null(stored);
    }

    [Fact]
    public void A_large_object_has_its_place_too()
    {
        var store = new PayloadStore<Sample, int>();
        var large = new Sample { Index = 2, Name = new string('x', 50_000), Inner = new SampleInner() };
        for (int i = 0; i < 10; i++)
        {
            store.Set(i, Payload(large with { Index = i }));
        }

        Assert.True(store.TryFind(7, default, out _, out Sample? stored));
        Assert.Equal(large with { Index = 7 }, stored);
    }

    [Fact]
    public void Places_are_used_again()
    {
        var arena = new PayloadArena();
        int first = arena.Add([1, 2, 3, 4, 5]);
        arena.Free(first);
        Assert.Equal(first, arena.Add([6, 7, 8, 9, 10, 11]));
        Assert.Equal([6, 7, 8, 9, 10, 11], arena.Read(first).ToArray());
    }

    [Fact]
    public void A_string_larger_than_a_chunk_has_one_of_its_own()
    {
        var arena = new PayloadArena();
        int before = arena.Add([1]);
        int large = arena.Add(new byte[1_000_000]);
        int after = arena.Add([2]);
        Assert.Equal([1], arena.Read(before).ToArray());
        Assert.Equal(1_000_000, arena.Read(large).Length);
        Assert.Equal([2], arena.Read(after).ToArray());
    }

    [Fact]
    public void A_hundred_thousand_objects_cost_little_more_than_their_bytes()
    {
        var store = new PayloadStore<Sample, int>();
        byte[] payload = Payload(new Sample { Index = 1, Value = 1, Name = "0123456789abcdefghij", Counter = 5 });
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 100_000; i++)
        {
            BitConverter.TryWriteBytes(payload.AsSpan(4), i);
            store.Add(i, payload);
        }

        long used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(100_000, store.Count);
        Assert.True(used < 10_000_000, $"{used} bytes for objects of {payload.Length} bytes each");
    }

    private static byte[] Payload(Sample sample)
    {
        var writer = new NetlinkWriter(new byte[64 * 1024]) { IncludesReported = true };
        ((INetlinkBody)sample).Write(ref writer);
        return writer.Written.ToArray();
    }
}
