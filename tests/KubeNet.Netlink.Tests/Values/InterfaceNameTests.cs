namespace KubeNet.Netlink.Tests.Values;

public sealed class InterfaceNameTests
{
    [Theory]
    [InlineData("e")]
    [InlineData("abcdefghijklmno")]
    [InlineData("...")]
    [InlineData("vxlan.calico")]
    [InlineData("ééééééé")]
    [InlineData("eth0@if2")]
    public void What_the_kernel_takes_is_taken(string name)
    {
        Assert.True(InterfaceName.IsValid(name));
        InterfaceName.Validate(name);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("abcdefghijklmnop", "16 bytes")]
    [InlineData("éééééééé", "16 bytes")]
    [InlineData(".", "directory")]
    [InlineData("..", "directory")]
    [InlineData("a/b", "slash")]
    [InlineData("a:1", "colon")]
    [InlineData("a b", "space")]
    [InlineData("a\tb", "space")]
    [InlineData("a\0b", "control")]
    public void A_broken_rule_is_named(string name, string rule)
    {
        Assert.False(InterfaceName.IsValid(name));
        ArgumentException e = Assert.Throws<ArgumentException>("link", () => InterfaceName.Validate(name, "link"));
        Assert.Contains(rule, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_is_none()
    {
        Assert.False(InterfaceName.IsValid(null));
        Assert.Throws<ArgumentNullException>(() => InterfaceName.Validate(null!));
    }
}
