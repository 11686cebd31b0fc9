using System.Globalization;
using System.Net.Sockets;
using ClusterLab.Measurements;
using Spectre.Console;

namespace ClusterLab.Views;

/// <summary>Shows what the lab found.</summary>
internal sealed class LabView(LabConsole console, LabOptions options)
{
    private const int SightingsShown = 16;

    public void ShowPairs(Cluster cluster, IReadOnlyList<PairResult> results)
    {
        ClusterPod[] pods = [.. cluster.Pods];
        foreach (AddressFamily family in options.Families)
        {
            console.Heading($"Pings of {cluster.PodMtu} bytes from pod to pod, unfragmented, {PairResult.NameOf(family)}, round trips");
            PairMatrix.Show(console, pods, [.. results.Where(result => result.Family == family)]);
        }

        PairMatrix.ShowFailures(console, results);
    }

    public void ShowUnderlay(string device, IReadOnlyList<Sighting> sightings)
    {
        console.Heading($"Seen on {device}, the underlay");
        if (sightings.Count == 0)
        {
            console.Line("Nothing: no pod of this node had to do with another node.");
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("from").AddColumn("to").AddColumn("outermost headers").AddColumn("carried").AddColumn(new TableColumn("packets").RightAligned());
        foreach (Sighting sighting in sightings.Take(SightingsShown))
        {
            table.AddRow(
                new Text(sighting.From),
                new Text(sighting.To),
                new Text(sighting.Outermost),
                sighting.Carried is null ? new Text("is the bare packet", new Style(Color.Grey)) : new Text(sighting.Carried),
                new Text(sighting.Count.ToString(CultureInfo.InvariantCulture)));
        }

        console.Show(table);
        if (sightings.Count > SightingsShown)
            console.Line($"and {sightings.Count - SightingsShown} more pairs of nodes alike");
    }

    public void ShowNode(ClusterNode node)
    {
        var tables = new NodeTables(node);
        console.Heading($"What the kernel of {node.Name} has");
        console.ShowOr(tables.Routes(), "No routes.");
        console.ShowOr(tables.Neighbors(), "No neighbours: it has spoken to nobody.");
        console.ShowOr(tables.Fdb(), "No forwarding entries.");
    }

    public void ShowThroughput(IReadOnlyList<ThroughputMeasurement> measurements)
    {
        console.Heading("TCP throughput");
        foreach (ThroughputMeasurement measurement in measurements)
            console.Line($"{measurement.From.Name} → {measurement.To.Name}, {PairResult.NameOf(measurement.Family)}: {measurement.Result}");
    }

    public void ShowDiagrams(string svg, string mermaid)
    {
        console.Heading("Diagrams of what the kernel has");
        console.Line(svg);
        console.Line(mermaid);
    }

    /// <summary>How to look around in a cluster that stays.</summary>
    public void ShowWaysAround(Cluster cluster)
    {
        ClusterNode node = cluster.Nodes[0];
        string host = $"ip netns exec {node.Host.Namespace.Name}";
        ClusterPod target = cluster.Pods.Last();
        console.Heading("The cluster stays. Look around:");
        console.Line($"  {host} ip -d address");
        console.Line($"  {host} ip {(options.UsesIPv4 ? "" : "-6 ")}route");
        if (options.Network == LabNetwork.Vxlan)
            console.Line($"  {host} bridge fdb show dev {ClusterNames.VxlanDevice}");
        console.Line($"  ip netns exec {node.Pods[0].Pod.Namespace.Name} ping -c 3 {target.AddressOf(options.Families[0])}");
        console.Line($"  ip netns exec {cluster.Underlay.Namespace.Name} bridge link");
        console.Line("Remove it:");
        console.Line("  ./demo.sh clean");
    }

    public void ShowVerdict(IReadOnlyList<PairResult> results)
    {
        int failed = results.Count(result => !result.IsOk);
        console.Line();
        console.Verdict(failed == 0, failed == 0
            ? $"All {results.Count} pairs answered."
            : $"{failed} of {results.Count} pairs did not answer.");
    }
}
