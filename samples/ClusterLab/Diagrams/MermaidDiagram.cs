using System.Globalization;
using System.Text;

namespace ClusterLab.Diagrams;

/// <summary>Draws a topology as a Mermaid flowchart, which forges and editors show as a picture.</summary>
internal static class MermaidDiagram
{
    public static string Draw(Topology topology)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {topology.Title}\n---\nflowchart TB\n");
        text.Append(CultureInfo.InvariantCulture, $"  underlay[\"{Label(topology.Underlay)}\"]\n");
        for (int n = 0; n < topology.Nodes.Count; n++)
        {
            TopologyNode node = topology.Nodes[n];
            text.Append(CultureInfo.InvariantCulture, $"  subgraph n{n}[\"{Escape(node.Box.Name)}\"]\n");
            text.Append(CultureInfo.InvariantCulture, $"    n{n}h[\"{string.Join("<br/>", node.Box.Lines.Select(Escape))}\"]\n");
            for (int p = 0; p < node.Pods.Count; p++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    n{n}p{p}([\"{Label(node.Pods[p])}\"])\n    n{n}h --- n{n}p{p}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  end\n  underlay --- n{n}h\n");
        }

        return text.ToString();
    }

    private static string Label(TopologyBox box) => string.Join("<br/>", box.Lines.Prepend(box.Name).Select(Escape));

    private static string Escape(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal).Replace("  ", "&emsp;", StringComparison.Ordinal);
}
