namespace KubeNet.Netlink.Tests.Values;

public sealed class VniTests
{
    [Theory]
    [InlineData(0u)]
    [InlineData(16_777_215u)]
    public void Twenty_four_bits_are_taken(uint value) => Assert.Equal(value, (uint)(Vni)value);

    [Fact]
    public void More_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => (Vni)16_777_216u);

    [Fact]
    public void It_reads_as_a_number() => Assert.Equal("4242", new Vni(4242).ToString());
}
