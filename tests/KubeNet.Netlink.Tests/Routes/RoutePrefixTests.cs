using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.Tests.Routes;

public sealed class RoutePrefixTests
{
    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.0/24")]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("default", "0.0.0.0/0")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    public void Prefixes_are_read(string text, string expected) => Assert.Equal(expected, RoutePrefix.Parse(text).ToString());

    [Fact]
    public void Default_has_the_family_that_is_asked_for() =>
        Assert.Equal("::/0", RoutePrefix.Parse("default", AddressFamily.InterNetworkV6).ToString());

    [Fact]
    public void Host_bits_are_refused_with_the_prefix_that_was_meant()
    {
        const string Words = "10.0.0.5/24 is not the destination of a route: 10.0.0.5 has bits beyond the first 24. The prefix is 10.0.0.0/24.";
        Assert.Equal(Words, Assert.Throws<FormatException>(() => Route.To("10.0.0.5/24")).Message);
        Assert.StartsWith(Words, Assert.Throws<ArgumentException>(() => RoutePrefix.From(InterfaceAddress.Parse("10.0.0.5/24"))).Message, StringComparison.Ordinal);
        Assert.Equal(new IPNetwork(IPAddress.Parse("10.0.0.0"), 24), RoutePrefix.From(InterfaceAddress.Parse("10.0.0.0/24")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/33")]
    [InlineData("nowhere")]
    public void Other_text_is_refused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => RoutePrefix.Parse(text)).Message, StringComparison.Ordinal);
}
