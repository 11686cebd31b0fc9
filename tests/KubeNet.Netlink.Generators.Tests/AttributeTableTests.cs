using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class AttributeTableTests
{
    [Theory]
    [InlineData(1, "Byte", "SAMPLE_BYTE")]
    [InlineData(20, "Text", "SAMPLE_TEXT")]
    [InlineData(5, "UInt32", "5")]
    [InlineData(27, "Nested", "27")]
    [InlineData(28, "", "28")]
    public void An_attribute_has_the_names_of_its_property_and_constant(ushort id, string property, string kernelName)
    {
        Assert.True(EveryType.AttributeTable.TryGet(id, out NetlinkAttributeEntry? entry));
        Assert.Equal(new NetlinkAttributeEntry(id, property, kernelName), entry);
    }

    [Theory]
    [InlineData(22, "Inner")]
    [InlineData(23, "Inner")]
    [InlineData(24, "Pair")]
    [InlineData(42, "Inner")]
    [InlineData(26, null)]
    public void A_nest_has_the_table_of_what_is_in_it(ushort id, string? record)
    {
        Assert.Equal(record, TableIn(EveryType.AttributeTable, id)?.Record);
    }

    [Theory]
    [InlineData(34, 2, "Pair")]
    [InlineData(35, 3, "Inner")]
    public void A_list_has_a_table_with_the_table_of_its_items(ushort id, ushort item, string record)
    {
        Assert.Equal(record, TableIn(TableIn(EveryType.AttributeTable, id)!, item)!.Record);
    }

    [Fact]
    public void A_record_gives_its_table_and_header_as_a_body()
    {
        INetlinkBody body = new EveryType { Index = 0 };

        Assert.Same(EveryType.AttributeTable, body.Attributes);
        Assert.Equal(18, body.HeaderLength);
        Assert.Equal(18, EveryType.HeaderSize);
        Assert.Equal("EveryType", EveryType.AttributeTable.Record);
    }

    private static NetlinkAttributeTable? TableIn(NetlinkAttributeTable table, ushort id)
    {
        Assert.True(table.TryGet(id, out NetlinkAttributeEntry? entry));
        return entry.Nested!([]);
    }
}
