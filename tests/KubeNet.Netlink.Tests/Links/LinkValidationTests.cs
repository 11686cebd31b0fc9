using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.Tests.Links;

public sealed class LinkValidationTests
{
    [Fact]
    public void A_reference_names_a_link_by_index_or_name()
    {
        LinkReference byIndex = 3;
        LinkReference byName = "eth0";

        Assert.Equal((3, null, "with index 3"), (byIndex.Index, byIndex.Name, byIndex.ToString()));
        Assert.Equal((0, "eth0", "'eth0'"), (byName.Index, byName.Name, byName.ToString()));
        Assert.False(byName.IsAlternativeOnly);
        Assert.True(new LinkReference("sixteen-bytes-xx").IsAlternativeOnly);
    }

    [Fact]
    public void A_reference_refuses_what_no_link_can_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinkReference(0));
        Assert.Throws<ArgumentException>(() => new LinkReference(""));
        ArgumentException error = Assert.Throws<ArgumentException>(() => new LinkReference(new string('x', 128)));
        Assert.Contains("it has 128 bytes, and at most 15, or 127 for an alternative name, are allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vni_has_24_bits() => Assert.Throws<ArgumentOutOfRangeException>(() => new VxlanLink { Vni = new Vni(0x0100_0000) });

    [Fact]
    public void A_mac_address_has_6_bytes() => Assert.ThrowsAny<ArgumentException>(() => new Link { Address = new MacAddress([1, 2, 3, 4, 5]) });

    [Fact]
    public void A_conflict_is_told_with_both_values()
    {
        var actual = new VxlanLink { Vni = new Vni(1), Port = 8472 };

        Assert.Equal(new LinkConflict("Vni", "2", "1"), new VxlanLink { Vni = new Vni(2) }.FindConflict(actual));
        Assert.Equal(new LinkConflict("Port", "4789", "8472"), new VxlanLink { Vni = new Vni(1), Port = 4789 }.FindConflict(actual));
        Assert.Null(new VxlanLink { Vni = new Vni(1) }.FindConflict(actual));
    }

    [Fact]
    public void Only_what_differs_is_changed()
    {
        var actual = new BridgeLink { AgeingTime = 30000, Priority = 5, ForwardDelay = 1500 };

        Assert.Null(new BridgeLink { AgeingTime = 30001, Priority = 5 }.DifferenceFrom(actual));
        LinkKind? difference = new BridgeLink { AgeingTime = 30000, Priority = 6 }.DifferenceFrom(actual);
        Assert.Equal(6, Assert.Single(difference!.UnknownAttributes.AsSpan().ToArray()).Type);
    }
}
