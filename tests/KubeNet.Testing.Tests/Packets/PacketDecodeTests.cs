using System.Net;
using KubeNet.Netlink;
using KubeNet.Testing.Packets;
using Xunit;

namespace KubeNet.Testing.Tests.Packets;

public sealed class PacketDecodeTests
{
    public static TheoryData<string> FrameNames => [.. Frames.Names];

    [Theory]
    [MemberData(nameof(FrameNames))]
    public void A_frame_reads_as_its_summary(string name)
    {
        Packet packet = Frames.Decode(name);

        Assert.Equal(Frames.Get(name).Summary, packet.ToString());
        Assert.False(packet.IsTruncated);
    }

    [Theory]
    [MemberData(nameof(FrameNames))]
    public void Layers_follow_one_another_without_gaps(string name)
    {
        Packet packet = Frames.Decode(name);

        int offset = 0;
        foreach (PacketLayer layer in packet.Layers)
        {
            Assert.Equal(offset, layer.Offset);
            offset += layer.HeaderLength;
        }
        Assert.Equal(offset, packet.PayloadOffset);
    }

    [Fact]
    public void Vxlan_shows_its_outer_and_inner_packets()
    {
        Packet packet = Frames.Decode("vxlan");

        Assert.True(packet.IsEncapsulated);
        Assert.Equal(new Vni(42), packet.First<VxlanHeader>()!.Vni);
        Assert.Equal(IPAddress.Parse("10.0.0.2"), packet.First<IPv4Header>()!.Destination);
        Assert.Equal(IPAddress.Parse("10.244.1.2"), packet.Last<IPv4Header>()!.Destination);
        Assert.Equal("IPv4 10.0.0.1 > 10.0.0.2 / UDP 40000 > 4789 / VXLAN vni 42", packet.Outermost);
        Assert.Equal("IPv4 10.244.0.2 > 10.244.1.2 / ICMP echo request id 1 seq 2", packet.Innermost);
    }

    [Theory]
    [InlineData("ipip", "IPv4 10.0.0.1 > 10.0.0.2")]
    [InlineData("gretap", "IPv4 10.0.0.1 > 10.0.0.2 / GRE key 9")]
    [InlineData("erspan-2", "IPv4 10.0.0.1 > 10.0.0.2 / GRE seq 3 / ERSPAN session 100")]
    [InlineData("ping", "IPv4 10.0.0.1 > 10.0.0.2 / ICMP echo request id 1 seq 2")]
    [InlineData("arp-request", "ARP who has 10.0.0.2 tell 10.0.0.1")]
    public void Outermost_ends_where_the_inner_packet_begins(string name, string outermost) =>
        Assert.Equal(outermost, Frames.Decode(name).Outermost);

    [Fact]
    public void Vxlan_on_a_port_of_ones_own_is_found_when_told()
    {
        byte[] frame = [.. Frames.Get("vxlan").Bytes];
        frame[36] = 0x30;
        frame[37] = 0x39;

        Assert.Null(Packet.Decode(frame).First<VxlanHeader>());
        Assert.Equal(new Vni(42), Packet.Decode(frame, options: new() { VxlanPorts = [12345] }).First<VxlanHeader>()!.Vni);
    }

    [Fact]
    public void Gre_fields_are_present_only_if_flagged()
    {
        GreHeader full = Frames.Decode("gre-key-checksum-sequence").First<GreHeader>()!;
        GreHeader bare = Frames.Decode("gre").First<GreHeader>()!;

        Assert.Equal((77u, 5u, (ushort)0xbeef, 16), (full.Key!.Value, full.SequenceNumber!.Value, full.Checksum!.Value, full.HeaderLength));
        Assert.Null(bare.Key ?? bare.SequenceNumber ?? bare.Checksum);
        Assert.Equal(4, bare.HeaderLength);
    }

    [Fact]
    public void Header_fields_are_those_of_the_bytes()
    {
        IPv4Header ip = Frames.Decode("ipv4-options").First<IPv4Header>()!;
        Assert.Equal((4, 37, 64, true, false), (ip.OptionsLength, ip.TotalLength, ip.TimeToLive, ip.DontFragment, ip.IsFragment));

        IPv6Header ip6 = Frames.Decode("ping6").First<IPv6Header>()!;
        Assert.Equal((0x12345, 16, IpProtocol.Icmpv6), (ip6.FlowLabel, ip6.PayloadLength, ip6.NextHeader));

        VlanTag tag = Frames.Decode("vlan").First<VlanTag>()!;
        Assert.Equal((100, 3, false, EtherType.Vlan), (tag.Id, tag.Priority, tag.DropEligible, tag.Protocol));

        TcpHeader tcp = Frames.Decode("tcp-syn").First<TcpHeader>()!;
        Assert.Equal((1000u, 2000u, TcpFlags.Syn, 4), (tcp.SequenceNumber, tcp.AcknowledgementNumber, tcp.Flags, tcp.OptionsLength));

        ErspanHeader erspan = Frames.Decode("erspan-2").First<ErspanHeader>()!;
        Assert.Equal((1, 100, 10, 7), (erspan.Version, erspan.SessionId, erspan.Vlan, erspan.Index!.Value));
    }

    [Fact]
    public void Padding_is_no_payload()
    {
        Packet packet = Frames.Decode("ping-reply-padded");

        Assert.Equal(42, packet.PayloadOffset);
        Assert.Equal(0, packet.PayloadLength);
    }

    [Fact]
    public void The_payload_is_where_it_says()
    {
        Packet packet = Frames.Decode("udp");

        Assert.Equal("hello"u8.ToArray(), Frames.Get("udp").Bytes.AsSpan(packet.PayloadOffset, packet.PayloadLength).ToArray());
    }
}
