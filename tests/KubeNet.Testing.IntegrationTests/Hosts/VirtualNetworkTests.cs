using System.Net;
using KubeNet.Netlink;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;
using KubeNet.Testing.Capture;
using KubeNet.Testing.Hosts;
using KubeNet.Testing.Packets;
using KubeNet.Testing.Probes;
using Xunit;

namespace KubeNet.Testing.IntegrationTests.Hosts;

[Collection(NetworkCollection.Name)]
public sealed class VirtualNetworkTests
{
    private static readonly PingOptions s_once = new() { Timeout = TimeSpan.FromSeconds(10) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_on_a_switch_reach_one_another_at_once_over_both_families()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualSwitch underlay = network.AddSwitch("underlay");
        VirtualHost[] hosts = [network.AddHost("node1"), network.AddHost("node2"), network.AddHost("node3")];
        for (int i = 0; i < hosts.Length; i++)
            underlay.Connect(hosts[i], "eth0", new() { Addresses = [Ip($"172.30.0.{i + 1}/24"), Ip($"fd30::{i + 1}/64")] });

        // Once each: the first packet that is sent arrives.
        foreach (VirtualHost from in hosts)
        {
            foreach (InterfaceAddress to in hosts.SelectMany(host => host.Addresses))
                await Answers(from, to.Address);
        }
        Assert.Equal(hosts, network.Hosts);
    }

    [Fact]
    public async Task A_cable_connects_two_hosts_with_the_settings_of_each_end()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualHost left = network.AddHost("left"), right = network.AddHost("right");
        var mac = MacAddress.Parse("02:00:00:00:00:07");

        Link link = network.Connect(
            left, "eth0", right, "wan0",
            new() { Mtu = 1400, Addresses = [Ip("10.0.0.1/30")], MacAddress = mac },
            new() { Addresses = [Ip("10.0.0.2/30")] });

        await Answers(left, IPAddress.Parse("10.0.0.2"));
        Assert.Equal(("eth0", 1400, mac, OperationalState.Up), (link.Name, link.Mtu, link.Address, link.OperationalState));
        Assert.Equal(("wan0", 1400), (right.Netlink.Links.Get(link.ParentIndex!.Value).Name, right.Netlink.Links.Get("wan0").Mtu));
    }

    [Fact]
    public async Task Pods_of_two_hosts_reach_one_another_through_routes_that_the_test_adds()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualSwitch underlay = network.AddSwitch("underlay");
        var hosts = new VirtualHost[2];
        var pods = new List<Pod>();
        for (int i = 0; i < 2; i++)
        {
            hosts[i] = network.AddHost($"node{i + 1}");
            underlay.Connect(hosts[i], "eth0", new() { Addresses = [Ip($"172.30.0.{i + 1}/24"), Ip($"fd30::{i + 1}/64")] });
            for (int pod = 2; pod < 4; pod++)
                pods.Add(hosts[i].AddPod($"pod{pod}", new() { Addresses = [Ip($"10.244.{i + 1}.{pod}/24"), Ip($"fd44:{i + 1}::{pod}/64")] }));
        }
        for (int i = 0; i < 2; i++)
        {
            int other = 2 - i;
            hosts[i].Netlink.Routes.Add(Route.To($"10.244.{other}.0/24") with { Gateway = IPAddress.Parse($"172.30.0.{other}") });
            hosts[i].Netlink.Routes.Add(Route.To($"fd44:{other}::/64") with { Gateway = IPAddress.Parse($"fd30::{other}") });
        }

        foreach (Pod from in pods)
        {
            foreach (InterfaceAddress to in pods.SelectMany(pod => pod.Addresses))
                await Answers(from, to.Address);
        }
        ThroughputResult throughput = await pods[0].MeasureThroughputAsync(pods[3], pods[3].Addresses[0].Address, new() { Bytes = 1_000_000 }, Cancelled);
        Assert.Equal(1_000_000, throughput.Bytes);
    }

    [Fact]
    public async Task The_pods_gateway_is_on_the_hosts_bridge_and_keeps_its_link_layer_address()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualHost host = network.AddHost("node1");
        Pod pod = host.AddPod("a", new() { Addresses = [Ip("10.244.1.2/24")], Mtu = 1450 });
        await Answers(pod, IPAddress.Parse("10.244.1.1"));
        MacAddress? before = host.Netlink.Links.Get(VirtualHost.PodBridgeName).Address;

        for (int i = 3; i < 9; i++)
            host.AddPod($"pod{i}", new() { Addresses = [Ip($"10.244.1.{i}/24")], Gateways = [IPAddress.Parse("10.244.1.1")], Mtu = 1450 });

        Assert.Equal((before, 1450), (host.Netlink.Links.Get(VirtualHost.PodBridgeName).Address, host.Netlink.Links.Get(VirtualHost.PodBridgeName).Mtu));
        Assert.Equal([Ip("10.244.1.1/24")], host.Addresses);
        await Answers(host, IPAddress.Parse("10.244.1.8"));
    }

    [Fact]
    public async Task Routed_pods_know_only_their_host_and_reach_one_another_through_it()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualHost host = network.AddHost("node1");
        Pod[] pods = [.. Enumerable.Range(2, 2).Select(i => host.AddPod(
            $"pod{i}", new() { Attachment = PodAttachment.Routed, Addresses = [Ip($"10.244.1.{i}/24"), Ip($"fd44:1::{i}/64")] }))];

        await Answers(pods[0], IPAddress.Parse("10.244.1.3"));
        await Answers(pods[1], IPAddress.Parse("fd44:1::2"));
        await Answers(host, IPAddress.Parse("10.244.1.2"));
        Assert.Equal([Ip("10.244.1.2/32"), Ip("fd44:1::2/128")], pods[0].Addresses);
        Assert.Equal("pod1", pods[0].HostInterface);
    }

    [Fact]
    public async Task A_capture_on_a_host_sees_what_it_forwards()
    {
        await using VirtualNetwork network = VirtualNetwork.Create();
        VirtualHost host = network.AddHost("node1");
        Pod one = host.AddPod("one", new() { Attachment = PodAttachment.Routed, Addresses = [Ip("10.0.0.2/32")] });
        Pod other = host.AddPod("other", new() { Attachment = PodAttachment.Routed, Addresses = [Ip("10.0.0.3/32")] });
        await using PacketCapture capture = host.Capture(other.HostInterface);

        await Answers(one, other.Addresses[0].Address);

        CapturedPacket request = await capture.WaitForAsync(
            packet => packet.Packet.First<IcmpMessage>() is { IsEchoRequest: true }, TimeSpan.FromSeconds(10), Cancelled);
        Assert.Equal(63, request.Packet.First<IPv4Header>()!.TimeToLive);
    }

    [Fact]
    public void Disposing_leaves_the_machine_as_it_was()
    {
        string before = MachineState.ReadLinks();
        VirtualNetwork network = VirtualNetwork.Create(new() { Name = "as-before" });
        Build(network);
        Assert.StartsWith("as-before-", network.Id, StringComparison.Ordinal);
        Assert.Equal(4, MachineState.NamespacesOf(network.Id).Length);
        Assert.True(File.Exists(MachineState.JournalOf(network.Id)));
        Assert.Equal(before, MachineState.ReadLinks());

        network.Dispose();
        network.Dispose();

        Assert.Throws<ObjectDisposedException>(() => network.AddHost("late"));
        Assert.Equal(before, MachineState.ReadLinks());
        MachineState.AssertGone(network.Id);
    }

    [Fact]
    public void Disposing_removes_all_after_a_failure_in_between()
    {
        VirtualNetwork network = VirtualNetwork.Create();
        using (network)
        {
            Build(network);
            VirtualHost host = network.Hosts[0];
            Assert.Throws<ArgumentException>(() => network.AddHost("node1"));
            Assert.Throws<ArgumentException>(() => network.AddHost("../node"));
            Assert.Throws<NetlinkException>(() => network.Switches[0].Connect(host, "eth0"));
            Assert.Throws<NetlinkException>(() => host.AddPod("broken", new() { Addresses = [Ip("10.0.0.2/24")], Mtu = 70_000 }));
            Assert.Throws<ArgumentException>(() => host.AddPod("roomless", new() { Addresses = [Ip("10.0.0.2/32")] }));
            Assert.Throws<ArgumentException>(() => host.AddPod("itself", new() { Addresses = [Ip("10.0.0.1/24")] }));
        }
        MachineState.AssertGone(network.Id);
    }

    [Fact]
    public async Task Two_networks_of_the_same_names_and_addresses_stand_side_by_side()
    {
        await using VirtualNetwork one = VirtualNetwork.Create(new() { Name = "twin" });
        await using VirtualNetwork other = VirtualNetwork.Create(new() { Name = "twin" });
        Build(one);
        Build(other);
        Assert.Throws<ArgumentException>(() => one.Connect(one.Hosts[0], "eth9", other.Hosts[0], "eth9"));

        await one.DisposeAsync();

        await Answers(other.Hosts[0], IPAddress.Parse("172.30.0.2"));
    }

    [Fact]
    public void A_name_that_is_taken_is_neither_used_nor_removed()
    {
        using VirtualNetwork network = VirtualNetwork.Create();
        string name = $"kn-{network.Id}-node1";
        using var foreign = NetworkNamespace.Create(name);
        try
        {
            Assert.True(Assert.Throws<NetworkNamespaceException>(() => network.AddHost("node1")).IsAlreadyExists);
            network.Dispose();
            using var still = NetworkNamespace.Open(name);
            Assert.Equal(foreign.Identity, still.Identity);
        }
        finally
        {
            NetworkNamespace.TryDelete(name);
        }
    }

    [Fact]
    public void Twenty_networks_leave_no_descriptor_open()
    {
        Once();
        int before = Descriptors();
        for (int i = 0; i < 20; i++)
            Once();
        Assert.Equal(before, Descriptors());

        static void Once()
        {
            using VirtualNetwork network = VirtualNetwork.Create();
            Build(network);
        }
    }

    internal static void Build(VirtualNetwork network)
    {
        VirtualSwitch underlay = network.AddSwitch("underlay", 1500);
        VirtualHost host = network.AddHost("node1");
        underlay.Connect(host, "eth0", new() { Addresses = [Ip("172.30.0.1/24")] });
        underlay.Connect(network.AddHost("node2"), "eth0", new() { Addresses = [Ip("172.30.0.2/24")] });
        host.AddPod("pod1", new() { Addresses = [Ip("10.244.1.2/24")] });
    }

    internal static InterfaceAddress Ip(string text) => InterfaceAddress.Parse(text);

    private static async Task Answers(VirtualNode from, IPAddress to)
    {
        PingResult result = await from.PingAsync(to, s_once, Cancelled);
        Assert.True(result.IsSuccess, $"{from} → {result}");
    }

    private static int Descriptors() => Directory.GetFiles("/proc/self/fd")
        .Select(path => new FileInfo(path).LinkTarget)
        .Count(target => target?.Split('[')[0] is "socket:" or "anon_inode:" or "net:" || target?.StartsWith("/run/", StringComparison.Ordinal) == true);
}
