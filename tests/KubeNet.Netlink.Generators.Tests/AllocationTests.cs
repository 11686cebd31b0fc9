using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class AllocationTests
{
    private static readonly EveryType s_record = new()
    {
        Index = 1,
        Byte = 2,
        Int32 = 3,
        UInt64 = 4,
        Signed = SampleSigned.Minus,
        Vni = new Vni(5),
        LinkLayerAddress = new MacAddress([1, 2, 3, 4, 5, 6]),
        Struct = new SampleStruct(6, 7, 8),
        Flag = true,
    };

    private EveryType? _result;

    [Fact]
    public void Reading_allocates_the_record_and_nothing_else()
    {
        byte[] bytes = Samples.Write(s_record);

        Assert.Equal(Measure(() => _result = new EveryType { Index = 1 }), Measure(() => _result = EveryType.Read(bytes)));
        Assert.Equal(s_record, _result);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        byte[] buffer = new byte[1024];

        Assert.Equal(0, Measure(() =>
        {
            var writer = new NetlinkWriter(buffer);
            s_record.Write(ref writer);
        }));
    }

    private static long Measure(Action action)
    {
        const int Rounds = 100;
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
