using System.Net;
using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.IntegrationTests.Links;

/// <summary>Links of each kind, with each of its attributes.</summary>
public static class LinkSamples
{
    public static Dictionary<string, LinkSample> All { get; } = new()
    {
        ["dummy"] = Of("mtu 1400 address 02:00:00:00:00:07 txqueuelen 42 numtxqueues 3 numrxqueues 2 type dummy", new DummyLink(), link => link with
        {
            Mtu = 1400,
            Address = MacAddress.Parse("02:00:00:00:00:07"),
            TransmitQueueLength = 42,
            TransmitQueues = 3,
            ReceiveQueues = 2,
        }),
        ["ifb"] = Of("type ifb", new IfbLink()),
        ["ifb attributes of a link"] = Of("mtu 1400 broadcast ff:ff:ff:ff:ff:fe txqueuelen 42 numtxqueues 3 type ifb", new IfbLink(), link => link with
        {
            Mtu = 1400,
            Broadcast = MacAddress.Parse("ff:ff:ff:ff:ff:fe"),
            TransmitQueueLength = 42,
            TransmitQueues = 3,
        }),
        ["veth"] = Of("type veth peer name peer0", new VethLink { Peer = new Link { Name = "peer0" } }),
        ["veth queues"] = Of(
            "mtu 9000 numtxqueues 4 numrxqueues 2 type veth peer name peer0 mtu 1300",
            new VethLink { Peer = new Link { Name = "peer0", Mtu = 1300 } },
            link => link with { Mtu = 9000, TransmitQueues = 4, ReceiveQueues = 2 }),
        ["bridge"] = Of("type bridge", new BridgeLink()),
        ["bridge spanning tree"] = Of(
            "type bridge forward_delay 1000 hello_time 300 max_age 1500 ageing_time 12345 stp_state 1 priority 4096 group_fwd_mask 0x4000 group_address 01:80:c2:00:00:0f",
            new BridgeLink
            {
                ForwardDelay = 1000,
                HelloTime = 300,
                MaxAge = 1500,
                AgeingTime = 12345,
                SpanningTreeState = 1,
                Priority = 4096,
                GroupForwardMask = 0x4000,
                GroupAddress = MacAddress.Parse("01:80:c2:00:00:0f"),
            }),
        ["bridge multicast"] = Of(
            "type bridge mcast_router 2 mcast_snooping 0 mcast_query_use_ifaddr 1 mcast_querier 1 mcast_hash_max 512 mcast_last_member_count 3 mcast_startup_query_count 4"
            + " mcast_last_member_interval 200 mcast_membership_interval 26100 mcast_querier_interval 25600 mcast_query_interval 12600 mcast_query_response_interval 1100"
            + " mcast_startup_query_interval 3126 mcast_stats_enabled 1 mcast_igmp_version 3 mcast_mld_version 2",
            new BridgeLink
            {
                MulticastRouter = BridgeMulticastRouter.Permanent,
                MulticastSnooping = false,
                MulticastQueryUsesAddress = true,
                MulticastQuerier = true,
                MulticastHashMax = 512,
                MulticastLastMemberCount = 3,
                MulticastStartupQueryCount = 4,
                MulticastLastMemberInterval = 200,
                MulticastMembershipInterval = 26100,
                MulticastQuerierInterval = 25600,
                MulticastQueryInterval = 12600,
                MulticastQueryResponseInterval = 1100,
                MulticastStartupQueryInterval = 3126,
                MulticastStatistics = true,
                IgmpVersion = 3,
                MldVersion = 2,
            }),
        ["bridge netfilter"] = Of(
            "type bridge nf_call_iptables 1 nf_call_ip6tables 1 nf_call_arptables 1",
            new BridgeLink { CallsIptables = true, CallsIp6tables = true, CallsArptables = true }),
        ["vxlan"] = Of("type vxlan id 16777215 dstport 4789", new VxlanLink { Vni = new Vni(16777215), Port = 4789 }),
        ["vxlan addresses"] = Of(
            "type vxlan id 7 dev parent0 local 10.0.0.1 remote 10.0.0.2 dstport 4790 srcport 1024 2048 ttl 9 tos 4 df set ageing 77 maxaddress 99 nolearning",
            new VxlanLink
            {
                Vni = new Vni(7),
                Local = IPAddress.Parse("10.0.0.1"),
                Remote = IPAddress.Parse("10.0.0.2"),
                Port = 4790,
                SourcePorts = new PortRange(1024, 2048),
                TimeToLive = 9,
                TrafficClass = 4,
                DontFragment = VxlanDontFragment.Set,
                Ageing = 77,
                MaxAddresses = 99,
                Learning = false,
            },
            parentOf: (link, parent) => link with { Kind = (VxlanLink)link.Kind! with { UnderlyingIndex = parent } }),
        ["vxlan multicast"] = Of(
            "type vxlan id 7 dev parent0 group 239.1.1.1 dstport 4789 ttl inherit tos inherit df inherit",
            new VxlanLink
            {
                Vni = new Vni(7),
                Remote = IPAddress.Parse("239.1.1.1"),
                Port = 4789,
                InheritsTimeToLive = true,
                TrafficClass = 1,
                DontFragment = VxlanDontFragment.Inherit,
            },
            parentOf: (link, parent) => link with { Kind = (VxlanLink)link.Kind! with { UnderlyingIndex = parent } }),
        ["vxlan over ipv6"] = Of(
            "type vxlan id 8 local fd00::1 remote fd00::2 dstport 4789 flowlabel 0x12345 udp6zerocsumtx udp6zerocsumrx",
            new VxlanLink
            {
                Vni = new Vni(8),
                Local = IPAddress.Parse("fd00::1"),
                Remote = IPAddress.Parse("fd00::2"),
                Port = 4789,
                FlowLabel = 0x12345,
                UdpZeroChecksum6Transmit = true,
                UdpZeroChecksum6Receive = true,
            }),
        ["vxlan services"] = Of(
            "type vxlan id 9 dstport 4789 proxy rsc l2miss l3miss udpcsum remcsumtx remcsumrx gbp",
            new VxlanLink
            {
                Vni = new Vni(9),
                Port = 4789,
                Proxy = true,
                RouteShortCircuit = true,
                NotifiesL2Miss = true,
                NotifiesL3Miss = true,
                UdpChecksum = true,
                RemoteChecksumTransmit = true,
                RemoteChecksumReceive = true,
                GroupPolicy = true,
            }),
        ["vxlan external"] = Of(
            "type vxlan external vnifilter dstport 4790 gpe",
            new VxlanLink { External = true, VniFilter = true, Port = 4790, GenericProtocol = true, Learning = false }),
        ["macvlan private"] = OnParent("type macvlan mode private", new MacvlanLink { Mode = MacvlanMode.Private }),
        ["macvlan vepa"] = OnParent("type macvlan mode vepa", new MacvlanLink { Mode = MacvlanMode.Vepa }),
        ["macvlan bridge"] = OnParent("type macvlan mode bridge bcqueuelen 555", new MacvlanLink { Mode = MacvlanMode.Bridge, BroadcastQueueLength = 555 }),
        ["macvlan passthru"] = OnParent("type macvlan mode passthru nopromisc", new MacvlanLink { Mode = MacvlanMode.Passthru, Flags = MacvlanFlags.NoPromiscuous }),
        ["macvlan source"] = OnParent(
            "type macvlan mode source nodst",
            new MacvlanLink { Mode = MacvlanMode.Source, Flags = MacvlanFlags.NoDestination }),
        ["macvtap"] = OnParent("type macvtap mode bridge", new MacvtapLink { Mode = MacvlanMode.Bridge }),
    };

    public static TheoryData<string> OnHost => [.. All.Keys.Where(static name => name != "dummy")];

    private static LinkSample Of(string ip, LinkKind kind, Func<Link, Link>? more = null, Func<Link, int, Link>? parentOf = null) =>
        new(ip, parent =>
        {
            var link = new Link { Kind = kind };
            link = more?.Invoke(link) ?? link;
            return parentOf?.Invoke(link, parent) ?? link;
        });

    private static LinkSample OnParent(string ip, LinkKind kind) =>
        new($"link parent0 {ip}", parent => new Link { Kind = kind, ParentIndex = parent });
}
