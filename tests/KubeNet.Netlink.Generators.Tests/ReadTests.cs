using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class ReadTests
{
    private const int HeaderSize = 20;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    [InlineData(3, 4)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(6, 8)]
    [InlineData(7, 4)]
    [InlineData(8, 7)]
    [InlineData(9, 0)]
    [InlineData(10, 3)]
    [InlineData(11, 5)]
    [InlineData(12, 2)]
    [InlineData(13, 3)]
    [InlineData(14, 8)]
    [InlineData(15, 5)]
    [InlineData(16, 20)]
    [InlineData(19, 2)]
    [InlineData(24, 7)]
    [InlineData(26, 3)]
    [InlineData(40, 2)]
    [InlineData(41, 3)]
    public void A_value_of_another_length_is_kept_raw(ushort id, int length)
    {
        byte[] value = new byte[length];
        Array.Fill(value, (byte)0x5a);

        EveryType record = Read((ref NetlinkWriter writer) => writer.WriteBytes(id, value));

        Assert.Equal(
            new EveryType { Index = 0, UnknownAttributes = [new RawAttribute(id, false, [.. value])] },
            record);
    }

    [Fact]
    public void A_vni_of_more_than_24_bits_is_kept_raw()
    {
        EveryType record = Read((ref NetlinkWriter writer) => writer.WriteUInt32(13, 0x0100_0000));

        Assert.Null(record.Vni);
        Assert.Equal(13, Assert.Single(record.UnknownAttributes).Type);
    }

    [Theory]
    [InlineData(32, 1, 3)]
    [InlineData(32, 2, 2)]
    [InlineData(31, 1, 4)]
    public void A_list_with_an_item_that_does_not_fit_is_kept_raw(ushort list, ushort item, int length)
    {
        byte[] value = new byte[length];

        EveryType record = Read((ref NetlinkWriter writer) =>
        {
            int start = writer.BeginNested(list);
            writer.WriteBytes(item, value);
            writer.EndNested(start);
        });

        Assert.Null(record.Ports);
        Assert.Null(record.Texts);
        RawAttribute raw = Assert.Single(record.UnknownAttributes);
        Assert.Equal((list, true), (raw.Type, raw.IsNested));
    }

    [Fact]
    public void Unknown_attributes_keep_their_order_and_the_flag_of_a_nest()
    {
        EveryType record = Read((ref NetlinkWriter writer) =>
        {
            writer.WriteBytes(900, [1, 2, 3]);
            writer.WriteUInt32(5, 42);
            writer.EndNested(writer.BeginNested(800));
            writer.WriteFlag(900);
        });

        Assert.Equal(42u, record.UInt32);
        Assert.Equal(
            [new RawAttribute(900, false, [1, 2, 3]), new RawAttribute(800, true, []), new RawAttribute(900, false, [])],
            record.UnknownAttributes);
    }

    [Fact]
    public void Nothing_is_allocated_for_unknown_attributes_that_are_not_there()
    {
        Assert.Same(NetlinkList<RawAttribute>.Empty, Read((ref NetlinkWriter writer) => writer.WriteUInt32(5, 42)).UnknownAttributes);
    }

    [Fact]
    public void The_last_of_several_wins()
    {
        EveryType record = Read((ref NetlinkWriter writer) =>
        {
            writer.WriteUInt32(5, 1);
            writer.WriteUInt32(5, 2);
        });

        Assert.Equal(2u, record.UInt32);
    }

    [Fact]
    public void A_flag_that_the_kernel_reports_as_a_byte_is_read()
    {
        Assert.True(Read((ref NetlinkWriter writer) => writer.WriteFlag(19)).Flag);
        Assert.True(Read((ref NetlinkWriter writer) => writer.WriteUInt8(19, 1)).Flag);
        Assert.False(Read((ref NetlinkWriter writer) => writer.WriteUInt8(19, 0)).Flag);
        Assert.False(Read((ref NetlinkWriter writer) => writer.WriteUInt8(25, 0)).NullableFlag);
        Assert.Null(Read((ref NetlinkWriter _) => { }).NullableFlag);
    }

    [Fact]
    public void A_longer_struct_is_read_as_far_as_it_is_known_and_a_shorter_one_ends_in_zeros()
    {
        EveryType shorter = Read((ref NetlinkWriter writer) => writer.WriteBytes(17, [1, 0, 0, 0]));
        byte[] beyond = [1, .. new byte[99]];
        EveryType longer = Read((ref NetlinkWriter writer) => writer.WriteBytes(17, beyond));

        Assert.Equal(new SampleStruct(1, 0, 0), shorter.Struct);
        Assert.Equal(new SampleStruct(1, 0, 0), longer.Struct);
    }

    [Fact]
    public void A_header_that_is_too_short_ends_in_zeros()
    {
        EveryType record = EveryType.Read([7]);

        Assert.Equal(new EveryType { Index = 0, Family = 7 }, record);
        Assert.Equal(new EveryType { Index = 0 }, EveryType.Read([]));
    }

    [Fact]
    public void A_record_that_holds_itself_too_often_for_the_stack_is_kept_raw_from_there()
    {
        const int Depth = 16_000;
        var writer = new NetlinkWriter(new byte[64 * 1024]);
        int[] starts = new int[Depth];
        for (int i = 0; i < Depth; i++)
            starts[i] = writer.BeginNested(3);
        for (int i = Depth - 1; i >= 0; i--)
            writer.EndNested(starts[i]);
        byte[] payload = writer.Written.ToArray();
        Inner? record = null;
        var thread = new Thread(() => record = Inner.Read(payload), maxStackSize: 256 * 1024);

        thread.Start();
        thread.Join();

        while (record!.Deeper is { } deeper)
            record = deeper;
        Assert.Equal(3, Assert.Single(record.UnknownAttributes).Type);
    }

    private static EveryType Read(WriteAttributes write)
    {
        var writer = new NetlinkWriter(new byte[512]);
        writer.WriteHeader(HeaderSize);
        write(ref writer);
        return EveryType.Read(writer.Written);
    }

    private delegate void WriteAttributes(ref NetlinkWriter writer);
}
