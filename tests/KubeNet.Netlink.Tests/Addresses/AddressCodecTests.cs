using System.Net;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Addresses;

public sealed class AddressCodecTests
{
    [Theory]
    [InlineData("10.0.0.5/24", null, "0218000003000000" + "080002000a000005" + "080001000a000005")]
    [InlineData("10.0.0.5/32", "10.0.0.6", "0220000003000000" + "080002000a000005" + "080001000a000006")]
    [InlineData("127.0.0.1/8", null, "020800fe03000000" + "080002007f000001" + "080001007f000001")]
    [InlineData("2001:db8::1/64", null, "0a40000003000000" + "1400010020010db8000000000000000000000001")]
    [InlineData("2001:db8::1/128", "2001:db8::2", "0a80000003000000" + "1400020020010db8000000000000000000000001" + "1400010020010db8000000000000000000000002")]
    public void Local_and_peer_stand_where_the_family_has_them(string local, string? peer, string hex)
    {
        var address = new Address { InterfaceIndex = 3, Local = InterfaceAddress.Parse(local), Peer = peer is null ? null : IPAddress.Parse(peer) };

        Assert.Equal(hex, Convert.ToHexStringLower(Written(address)));
        Address read = Address.Read(Convert.FromHexString(hex));
        Assert.Equal((address.InterfaceIndex, address.Local, address.Peer, address.Key), (read.InterfaceIndex, read.Local, read.Peer, read.Key));
        Assert.Equal(hex, Convert.ToHexStringLower(Written(read)));
    }

    [Fact]
    public void Flags_beyond_a_byte_are_an_attribute()
    {
        Address address = new() { InterfaceIndex = 3, Local = InterfaceAddress.Parse("10.0.0.5/24"), Flags = AddressFlags.NoPrefixRoute | AddressFlags.Permanent };
        Assert.Equal(AddressFlags.NoPrefixRoute, Address.Read(Written(address)).Flags);
        Assert.EndsWith("0800080000020000", Convert.ToHexStringLower(Written(address)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lifetimes_are_seconds_and_null_is_forever()
    {
        Address address = new() { InterfaceIndex = 3, Local = InterfaceAddress.Parse("10.0.0.5/24"), ValidLifetime = TimeSpan.FromSeconds(60) };
        Address read = Address.Read(Written(address));
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)), (read.ValidLifetime, read.PreferredLifetime));
        Assert.Null(Address.Read(Written(address with { ValidLifetime = null })).ValidLifetime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("02ff000003000000" + "080002000a000005")]
    [InlineData("0a40000003000000" + "080001000a000005")]
    [InlineData("0218000003000000" + "070002000a000005")]
    public void Odd_messages_are_read_and_never_throw_later(string hex)
    {
        Address address = Address.Read(Convert.FromHexString(hex));
        Assert.NotNull(address.ToString());
        _ = address.Key;
    }

    private static byte[] Written(Address address)
    {
        byte[] buffer = new byte[1024];
        var writer = new NetlinkWriter(buffer);
        address.Write(ref writer);
        return writer.Written.ToArray();
    }
}
