using System.Net;
using CsCheck;

namespace KubeNet.Netlink.Tests.Values;

public sealed class InterfaceAddressTests
{
    [Theory]
    [InlineData("10.0.0.5/24", "10.0.0.5", 24, "10.0.0.0/24")]
    [InlineData("10.0.0.5", "10.0.0.5", 32, "10.0.0.5/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0", 0, "0.0.0.0/0")]
    [InlineData("2001:db8::5/64", "2001:db8::5", 64, "2001:db8::/64")]
    [InlineData("::1", "::1", 128, "::1/128")]
    public void Host_bits_are_kept(string text, string address, int length, string network)
    {
        var value = InterfaceAddress.Parse(text);
        Assert.Equal((IPAddress.Parse(address), length), (value.Address, value.PrefixLength));
        Assert.Equal(IPNetwork.Parse(network), value.Network);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10/8")]
    [InlineData("10.1/16")]
    [InlineData("10.0.0.5/")]
    [InlineData("10.0.0.5/33")]
    [InlineData("10.0.0.5/-1")]
    [InlineData("10.0.0.5/+1")]
    [InlineData("10.0.0.5/24/1")]
    [InlineData("::1/129")]
    [InlineData("host/24")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(InterfaceAddress.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => InterfaceAddress.Parse(text));
    }

    [Theory]
    [InlineData("10.0.0.1", 33)]
    [InlineData("10.0.0.1", -1)]
    [InlineData("::1", 129)]
    public void A_prefix_that_is_too_long_is_refused(string address, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterfaceAddress(IPAddress.Parse(address), length));

    [Fact]
    public void Text_leads_back() => Gen.Select(Gen.Byte.Array[4], Gen.Int[0, 32]).Sample((bytes, length) =>
    {
        var value = new InterfaceAddress(new IPAddress(bytes), length);
        Span<char> text = stackalloc char[20];
        return InterfaceAddress.Parse(value.ToString()) == value
            && value.TryFormat(text, out int written) && text[..written].SequenceEqual(value.ToString());
    });

    [Fact]
    public void The_default_value_is_an_address_like_another()
    {
        var any = new InterfaceAddress(IPAddress.Any, 0);
        Assert.Equal(any, default);
        Assert.Equal(any.GetHashCode(), default(InterfaceAddress).GetHashCode());
        Assert.Equal("0.0.0.0/0", default(InterfaceAddress).ToString());
    }
}
