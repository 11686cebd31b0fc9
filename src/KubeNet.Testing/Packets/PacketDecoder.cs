using System.Collections.Immutable;

namespace KubeNet.Testing.Packets;

// Walks a frame header by header. Each step proves that a header's bytes are there before it reads them,
// and moves _end inwards as length fields bound what is left.
internal ref struct PacketDecoder
{
    private readonly ReadOnlySpan<byte> _frame;
    private readonly PacketDecoderOptions _options;
    private readonly ImmutableArray<PacketLayer>.Builder _layers;
    private readonly int _maximumLayers;
    private readonly bool _isQuoted;
    private int _offset;
    private int _end;
    private Next _next;
    private EtherType _etherType;
    private IpProtocol _ipProtocol;
    private bool _isCutShort;

    public PacketDecoder(ReadOnlySpan<byte> frame, LinkLayer linkLayer, PacketDecoderOptions options, int maximumLayers, bool isQuoted)
    {
        _frame = frame;
        _end = frame.Length;
        _options = options;
        _maximumLayers = maximumLayers;
        _isQuoted = isQuoted;
        _next = linkLayer == LinkLayer.Ethernet ? Next.Ethernet : Next.Ip;
        _layers = ImmutableArray.CreateBuilder<PacketLayer>(8);
    }

    private enum Next
    {
        Payload, Ethernet, Vlan, Arp, Ip, IPv4, IPv6, Extension, Fragment, Udp, Tcp, Icmp, Icmpv6, Vxlan, Gre, Erspan2, Erspan3,
    }

    private readonly ReadOnlySpan<byte> Rest => _frame[_offset.._end];

    public Packet Run()
    {
        while (_next != Next.Payload)
        {
            if (_layers.Count == _maximumLayers - 1)
                Stop(TruncationReason.TooDeep);
            else
                Step();
        }

        // A quotation in an ICMP error is cut short by design.
        if (_isCutShort && !_isQuoted && _layers is not [.., Truncated])
            _layers.Add(Cut("data", TruncationReason.TooShort));
        bool isWhole = _layers is not [.., Truncated];
        return new Packet(_layers.DrainToImmutable(), _offset, isWhole ? _end - _offset : 0);
    }

    private void Step()
    {
        switch (_next)
        {
            case Next.Ethernet: Ethernet(); break;
            case Next.Vlan: Vlan(); break;
            case Next.Arp: Arp(); break;
            case Next.Ip: Ip(); break;
            case Next.IPv4: IPv4(); break;
            case Next.IPv6: IPv6(); break;
            case Next.Extension: Extension(); break;
            case Next.Fragment: Fragment(); break;
            case Next.Udp: Udp(); break;
            case Next.Tcp: Tcp(); break;
            case Next.Icmp: Icmp(); break;
            case Next.Icmpv6: Icmpv6(); break;
            case Next.Vxlan: Vxlan(); break;
            case Next.Gre: Gre(); break;
            case Next.Erspan2: Erspan(ErspanHeader.Type2Size); break;
            case Next.Erspan3: Erspan(ErspanHeader.Type3Size); break;
        }
    }

    private void Ethernet()
    {
        if (!Needs(EthernetHeader.Size))
            return;
        EthernetHeader header = EthernetHeader.Read(Rest, _offset);
        Add(header);
        Follow(header.EtherType);
    }

    private void Vlan()
    {
        if (!Needs(VlanTag.Size))
            return;
        VlanTag tag = VlanTag.Read(Rest, _offset, _etherType);
        Add(tag);
        Follow(tag.EtherType);
    }

    private void Follow(EtherType etherType)
    {
        _etherType = etherType;
        _next = etherType switch
        {
            EtherType.IPv4 => Next.IPv4,
            EtherType.IPv6 => Next.IPv6,
            EtherType.Arp => Next.Arp,
            EtherType.Vlan or EtherType.ProviderVlan => Next.Vlan,
            _ => Next.Payload,
        };
    }

    private void Arp()
    {
        if (!Needs(8))
            return;
        if (!ArpPacket.IsEthernetIPv4(Rest))
        {
            _next = Next.Payload;
            return;
        }
        if (!Needs(ArpPacket.Size))
            return;
        Add(ArpPacket.Read(Rest, _offset));
        _next = Next.Payload;
        _end = _offset;
    }

    private void Ip()
    {
        if (!Needs(1))
            return;
        switch (Rest[0] >> 4)
        {
            case 4: _next = Next.IPv4; break;
            case 6: _next = Next.IPv6; break;
            default: Stop(TruncationReason.Malformed); break;
        }
    }

    private void IPv4()
    {
        if (!Needs(IPv4Header.MinimumSize) || !Accepts(IPv4Header.IsWellFormed(Rest)) || !Needs(IPv4Header.LengthOf(Rest)))
            return;
        IPv4Header header = IPv4Header.Read(Rest, _offset);
        Bound(header.TotalLength);
        Add(header);
        Follow(header.FragmentOffset == 0 ? header.Protocol : null);
    }

    private void IPv6()
    {
        if (!Needs(IPv6Header.Size) || !Accepts(IPv6Header.IsWellFormed(Rest)))
            return;
        IPv6Header header = IPv6Header.Read(Rest, _offset);
        Bound(header.PayloadLength == 0 ? 0 : IPv6Header.Size + header.PayloadLength);
        Add(header);
        Follow(header.NextHeader);
    }

    private void Extension()
    {
        if (!Needs(IPv6ExtensionHeader.MinimumSize) || !Needs(IPv6ExtensionHeader.LengthOf(Rest)))
            return;
        IPv6ExtensionHeader header = IPv6ExtensionHeader.Read(Rest, _offset, _ipProtocol);
        Add(header);
        Follow(header.NextHeader);
    }

    private void Fragment()
    {
        if (!Needs(IPv6FragmentHeader.Size))
            return;
        IPv6FragmentHeader header = IPv6FragmentHeader.Read(Rest, _offset);
        Add(header);
        Follow(header.FragmentOffset == 0 ? header.NextHeader : null);
    }

    // null: a later fragment, whose bytes begin in the middle of something.
    private void Follow(IpProtocol? protocol)
    {
        _ipProtocol = protocol ?? IpProtocol.NoNextHeader;
        _next = _ipProtocol switch
        {
            IpProtocol.Udp => Next.Udp,
            IpProtocol.Tcp => Next.Tcp,
            IpProtocol.Icmp => Next.Icmp,
            IpProtocol.Icmpv6 => Next.Icmpv6,
            IpProtocol.IPv4 => Next.IPv4,
            IpProtocol.IPv6 => Next.IPv6,
            IpProtocol.Gre => Next.Gre,
            IpProtocol.IPv6Fragment => Next.Fragment,
            IpProtocol.HopByHopOptions or IpProtocol.IPv6Routing or IpProtocol.DestinationOptions => Next.Extension,
            _ => Next.Payload,
        };
    }

    private void Udp()
    {
        if (!Needs(UdpHeader.Size) || !Accepts(UdpHeader.IsWellFormed(Rest)))
            return;
        UdpHeader header = UdpHeader.Read(Rest, _offset);
        if (header.Length != 0)
            _end = Math.Min(_end, _offset + header.Length);
        Add(header);
        _next = _options.VxlanPorts.Contains(header.DestinationPort) ? Next.Vxlan : Next.Payload;
    }

    private void Tcp()
    {
        if (!Needs(TcpHeader.MinimumSize) || !Accepts(TcpHeader.LengthOf(Rest) >= TcpHeader.MinimumSize) || !Needs(TcpHeader.LengthOf(Rest)))
            return;
        Add(TcpHeader.Read(Rest, _offset));
        _next = Next.Payload;
    }

    private void Icmp()
    {
        if (!Needs(IcmpMessage.Size))
            return;
        IcmpMessage message = IcmpMessage.Read(Rest, _offset);
        Add(message.IsError ? message with { Quoted = Quoted(IcmpMessage.Size) } : message);
        _next = Next.Payload;
    }

    private void Icmpv6()
    {
        if (!Needs(Icmpv6Message.Size))
            return;
        Icmpv6Message message = Icmpv6Message.Read(Rest, _offset);
        Add(message.IsError ? message with { Quoted = Quoted(Icmpv6Message.Size) } : message);
        _next = Next.Payload;
    }

    // The quotation shares the budget of layers, which bounds quotations within quotations.
    private readonly Packet? Quoted(int headerLength)
    {
        int budget = _maximumLayers - _layers.Count - 1;
        return budget > 0 && Rest.Length > headerLength
            ? new PacketDecoder(Rest[headerLength..], LinkLayer.Ip, _options, budget, isQuoted: true).Run()
            : null;
    }

    private void Vxlan()
    {
        if (!Needs(VxlanHeader.Size))
            return;
        VxlanHeader header = VxlanHeader.Read(Rest, _offset);
        Add(header);
        _next = header.IsVniValid ? Next.Ethernet : Next.Payload;
    }

    private void Gre()
    {
        if (!Needs(GreHeader.MinimumSize) || !Accepts(GreHeader.IsWellFormed(Rest)) || !Needs(GreHeader.LengthOf(Rest)))
            return;
        GreHeader header = GreHeader.Read(Rest, _offset);
        Add(header);
        _next = header.Protocol switch
        {
            EtherType.IPv4 => Next.IPv4,
            EtherType.IPv6 => Next.IPv6,
            EtherType.TransparentEthernetBridging => Next.Ethernet,
            // Type I has no header of its own, and is told by the missing sequence number (draft-foschiano-erspan-03 §4.1).
            EtherType.Erspan => header.SequenceNumber is null ? Next.Ethernet : Next.Erspan2,
            EtherType.Erspan3 => Next.Erspan3,
            _ => Next.Payload,
        };
    }

    private void Erspan(int minimum)
    {
        if (!Needs(minimum) || !Needs(ErspanHeader.LengthOf(Rest, minimum)))
            return;
        Add(ErspanHeader.Read(Rest, _offset, ErspanHeader.LengthOf(Rest, minimum)));
        _next = Next.Ethernet;
    }

    private void Add(PacketLayer layer)
    {
        _layers.Add(layer);
        _offset += layer.HeaderLength;
    }

    // 0: the packet is too long for its length field and fills the frame.
    private void Bound(int length)
    {
        if (length == 0)
            return;
        if (length > _end - _offset)
            _isCutShort = true;
        else
            _end = _offset + length;
    }

    private bool Needs(int length) => _end - _offset >= length || Stop(TruncationReason.TooShort);

    private bool Accepts(bool isWellFormed) => isWellFormed || Stop(TruncationReason.Malformed);

    private bool Stop(TruncationReason reason)
    {
        _layers.Add(Cut(NameOf(_next), reason));
        _next = Next.Payload;
        return false;
    }

    private readonly Truncated Cut(string protocol, TruncationReason reason) =>
        new() { Offset = _offset, HeaderLength = 0, Protocol = protocol, Reason = reason, Available = _end - _offset };

    private static string NameOf(Next next) => next switch
    {
        Next.Ip => "IP",
        Next.Arp => "ARP",
        Next.Udp => "UDP",
        Next.Tcp => "TCP",
        Next.Vlan => "VLAN tag",
        Next.Icmp => "ICMP",
        Next.Icmpv6 => "ICMPv6",
        Next.Vxlan => "VXLAN",
        Next.Gre => "GRE",
        Next.Erspan2 or Next.Erspan3 => "ERSPAN",
        Next.Extension => "IPv6 extension header",
        Next.Fragment => "IPv6 fragment header",
        _ => next.ToString(),
    };
}
