namespace KubeNet.Tunnels.Tests;

public sealed class TunnelMtuTests
{
    public static TheoryData<int, Encapsulation[], int> Stacks => new()
    {
        { 1500, [], 1500 },
        { 1500, [Encapsulation.VxlanOverIPv4], 1450 },
        { 1500, [Encapsulation.VxlanOverIPv6], 1430 },
        { 9000, [Encapsulation.VxlanOverIPv4, Encapsulation.WireGuardOverIPv4], 8890 },
        { 1500, [Encapsulation.IPInIP], 1480 },
        { 1500, [Encapsulation.GreOverIPv6, Encapsulation.VlanTag], 1452 },
        { 118, [Encapsulation.VxlanOverIPv4], 68 },
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Each_tunnel_takes_its_headers(int underlay, Encapsulation[] stack, int mtu) => Assert.Equal(mtu, TunnelMtu.Of(underlay, stack));

    [Fact]
    public void What_leaves_no_room_for_IPv4_is_refused()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => TunnelMtu.Of(117, Encapsulation.VxlanOverIPv4));
        Assert.Contains("An underlay of 117 bytes less 50 for VXLAN over IPv4 leaves 67, and IPv4 needs 68.", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TunnelMtu.Of(67));
        Assert.Throws<ArgumentOutOfRangeException>(() => TunnelMtu.Of(65536));
    }
}
