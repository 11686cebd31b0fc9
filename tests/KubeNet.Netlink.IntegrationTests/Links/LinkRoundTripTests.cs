using System.Text.Json.Nodes;
using KubeNet.Netlink.Links;

namespace KubeNet.Netlink.IntegrationTests.Links;

/// <summary>
/// <c>ip</c> as oracle: a link that we make looks to it like the one that it made itself, and what we read of its link, we
/// can make again.
/// </summary>
public sealed class LinkRoundTripTests : LinkTest
{
    private static readonly string[] s_volatile =
    [
        "ifindex", "ifname", "address", "permaddr", "link", "link_index", "hello_timer", "tcn_timer", "topology_change_timer", "gc_timer", "root_id", "bridge_id",
    ];

    [Theory]
    [MemberData(nameof(LinkSamples.OnHost), MemberType = typeof(LinkSamples))]
    public void Looks_to_ip_like_its_own(string name) => CompareWithIp(LinkSamples.All[name]);

    [Theory]
    [MemberData(nameof(LinkSamples.OnHost), MemberType = typeof(LinkSamples))]
    public void Reads_back_what_was_stated(string name)
    {
        LinkSample sample = LinkSamples.All[name];
        Links.Add(new Link { Name = "parent0", Kind = new VethLink { Peer = new Link { Name = "parent1" } }, IsUp = true });
        Link wanted = sample.Make(Links.Get("parent0").Index) with { Name = "ours0" };

        Links.Add(wanted);

        Assert.True(Links.Satisfies(Links.Get("ours0"), wanted), $"wanted {wanted}\nis {Links.Get("ours0")}");
    }

    [Theory]
    [MemberData(nameof(LinkSamples.OnHost), MemberType = typeof(LinkSamples))]
    public void Makes_again_what_it_reads(string name)
    {
        LinkSample sample = LinkSamples.All[name];
        Ip("link add parent0 up type veth peer name parent1");
        Ip($"link add name theirs0 {sample.Ip}");
        Link theirs = Links.Get("theirs0");
        Links.Delete("theirs0");

        // A kernel without VLANs on bridges refuses to be told that there are none, which it reports.
        Links.Add(theirs with { Index = 0, Kind = theirs.Kind is BridgeLink bridge ? bridge with { VlanFiltering = null } : theirs.Kind });

        Link ours = Links.Get("theirs0");
        Assert.True(Links.Satisfies(ours, theirs with { ChangedFlags = InterfaceFlags.Up, ParentIndex = sample.IsPair ? null : theirs.ParentIndex }), $"was {theirs}\nis {ours}");
        Assert.Equal(UnknownIds(theirs), UnknownIds(ours));
    }

    [Fact]
    [Trait("Runs", "Lab")]
    public void Looks_to_ip_like_its_own_dummy() => CompareWithIp(LinkSamples.All["dummy"]);

    private static IEnumerable<ushort> UnknownIds(Link link) => [.. link.UnknownAttributes.AsSpan().ToArray().Select(static a => a.Type)];

    private void CompareWithIp(LinkSample sample)
    {
        Ip("link add parent0 up type veth peer name parent1");
        Ip($"link add name theirs0 {sample.Ip}");
        JsonObject expected = Show("theirs0");
        Ip("link delete theirs0");

        Links.Add(sample.Make(Links.Get("parent0").Index) with { Name = "ours0" });

        Assert.Equal(expected.ToJsonString(), Show("ours0").ToJsonString());
    }

    private JsonObject Show(string name)
    {
        JsonObject shown = JsonNode.Parse(Ip($"-d -j link show dev {name}"))!.AsArray()[0]!.AsObject();
        Strip(shown);
        return shown;
    }

    /// <summary>Takes out what differs between two links that were made alike.</summary>
    private static void Strip(JsonObject node)
    {
        foreach (string key in s_volatile)
        {
            node.Remove(key);
        }

        foreach (KeyValuePair<string, JsonNode?> member in node.ToArray())
        {
            if (member.Value is JsonObject inner)
            {
                Strip(inner);
            }
        }
    }
}
