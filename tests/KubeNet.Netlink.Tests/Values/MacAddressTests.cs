using System.Net.NetworkInformation;
using CsCheck;

namespace KubeNet.Netlink.Tests.Values;

public sealed class MacAddressTests
{
    private static readonly Gen<MacAddress> s_any = Gen.ULong[0, 0xffff_ffff_ffff].Select(MacAddress.FromUInt64);

    [Theory]
    [InlineData("02:42:ac:11:00:02")]
    [InlineData("02-42-AC-11-00-02")]
    public void Colons_and_dashes_are_read(string text) => Assert.Equal("02:42:ac:11:00:02", MacAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("02:42:ac:11:00")]
    [InlineData("02:42:ac:11:00:02:03")]
    [InlineData("02:42:ac:11-00:02")]
    [InlineData("02:42:ac:11:00:0g")]
    [InlineData("+2:42:ac:11:00:02")]
    [InlineData("0242.ac11.0002.00")]
    [InlineData("2:42:ac:11:0:2")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(MacAddress.TryParse(text, out _));
        Assert.Throws<FormatException>(() => MacAddress.Parse(text));
    }

    [Fact]
    public void Text_and_bytes_lead_back() => s_any.Sample(address =>
        MacAddress.Parse(address.ToString()) == address
        && new MacAddress(address.ToArray()) == address
        && new MacAddress(((PhysicalAddress)address).GetAddressBytes()) == address);

    [Fact]
    public void Order_is_that_of_the_octets() => Gen.Select(s_any, s_any).Sample((a, b) =>
        Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())) && (a < b) == !(a >= b));

    [Theory]
    [InlineData("01:00:5e:00:00:01", true, false)]
    [InlineData("02:00:00:00:00:01", false, true)]
    [InlineData("00:1b:21:00:00:01", false, false)]
    [InlineData("ff:ff:ff:ff:ff:ff", true, true)]
    public void The_first_octet_tells_the_kind(string text, bool multicast, bool local)
    {
        var address = MacAddress.Parse(text);
        Assert.Equal((multicast, local), (address.IsMulticast, address.IsLocallyAdministered));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Only_six_bytes_make_an_address(int length) =>
        Assert.Throws<ArgumentException>(() => new MacAddress(new byte[length]));

    [Fact]
    public void A_number_has_48_bits_at_most() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MacAddress.FromUInt64(0x1_0000_0000_0000));

    [Fact]
    public void A_destination_that_is_too_short_is_told()
    {
        Assert.False(default(MacAddress).TryFormat(new char[16], out int written));
        Assert.Equal(0, written);
        Assert.ThrowsAny<ArgumentException>(() => default(MacAddress).CopyTo(new byte[5]));
    }
}
