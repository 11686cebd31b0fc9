using System.Globalization;
using System.Text;

namespace ClusterLab.Diagrams;

/// <summary>
/// Draws a topology as SVG. The underlay is a bar; nodes hang below it and, from the fifth on, stand above it too, so that
/// each is joined to the bar by a straight line that crosses nothing. More than eight nodes make further bars, joined by a
/// trunk on the left.
/// </summary>
internal sealed class SvgDiagram
{
    private const int PerRow = 4;
    private const int LineHeight = 17;
    private const double CharacterWidth = 7.3;
    private const int Padding = 12;
    private const int Gap = 28;
    private const int Wire = 34;
    private const int Margin = 36;

    private readonly StringBuilder _svg = new();
    private readonly int _cardWidth;

    private SvgDiagram(Topology topology) =>
        _cardWidth = topology.Nodes
            .SelectMany(node => node.Box.Lines.Append(node.Box.Name).Select(line => TextWidth(line) + (2 * Padding))
                .Concat(node.Pods.SelectMany(pod => pod.Lines.Append(pod.Name)).Select(line => TextWidth(line) + (4 * Padding))))
            .DefaultIfEmpty(0)
            .Append(180)
            .Max();

    public static string Draw(Topology topology) => new SvgDiagram(topology).Render(topology);

    private string Render(Topology topology)
    {
        TopologyNode[][] rows = [.. topology.Nodes.Chunk(PerRow)];
        int columns = rows.Length == 0 ? 1 : rows.Max(row => row.Length);
        string caption = string.Join("  ", topology.Underlay.Lines.Prepend(topology.Underlay.Name));
        int inner = Math.Max((columns * (_cardWidth + Gap)) - Gap, Math.Max(TextWidth(caption) + (2 * Padding), TextWidth(topology.Title) * 3 / 2));
        int y = Margin + 40;
        List<int> bars = [];
        const int BarHeight = LineHeight + (2 * Padding);
        for (int row = 0; row < rows.Length || row == 0; row += 2)
        {
            // With one row the bar is on top of it; with two, between them.
            bool hasAbove = row + 1 < rows.Length;
            TopologyNode[] above = hasAbove ? rows[row] : [];
            TopologyNode[] below = hasAbove ? rows[row + 1] : rows.Length > row ? rows[row] : [];
            int aboveHeight = above.Select(CardHeight).DefaultIfEmpty(0).Max();
            int bar = y + (hasAbove ? aboveHeight + Wire : 0);
            foreach ((TopologyNode node, int x) in Place(above, inner))
            {
                Line(x + (_cardWidth / 2), y + CardHeight(node), x + (_cardWidth / 2), bar);
                Card(node, x, y);
            }

            foreach ((TopologyNode node, int x) in Place(below, inner))
            {
                Line(x + (_cardWidth / 2), bar + BarHeight, x + (_cardWidth / 2), bar + BarHeight + Wire);
                Card(node, x, bar + BarHeight + Wire);
            }

            Box(Margin, bar, inner, BarHeight, "#dbe9ff", "#3b6fb5", 8);
            Text(Margin + (inner / 2), bar + Padding + LineHeight - 4, caption, "middle", bold: true);
            y = bar + BarHeight + Wire + below.Select(CardHeight).DefaultIfEmpty(0).Max() + Gap;
            bars.Add(bar + (BarHeight / 2));
        }

        if (bars.Count > 1)
        {
            Line(Margin / 2, bars[0], Margin / 2, bars[^1]);
            bars.ForEach(bar => Line(Margin / 2, bar, Margin, bar));
        }

        int width = inner + (2 * Margin);
        int height = y + Margin - Gap;
        var document = new StringBuilder();
        document.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="12" xml:space="preserve">
            <title>{Escape(topology.Title)}</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            <text x="{Margin}" y="{Margin + 12}" font-size="18" font-weight="bold" fill="#1b2733">{Escape(topology.Title)}</text>

            """);
        return document.Append(_svg).Append("</svg>\n").ToString();
    }

    private IEnumerable<(TopologyNode Node, int X)> Place(TopologyNode[] row, int inner)
    {
        int used = (row.Length * (_cardWidth + Gap)) - Gap;
        int left = Margin + ((inner - used) / 2);
        return row.Select((node, i) => (node, left + (i * (_cardWidth + Gap))));
    }

    private void Card(TopologyNode node, int x, int y)
    {
        Box(x, y, _cardWidth, CardHeight(node), "#f6f8fa", "#57606a", 8);
        int line = y + Padding;
        Text(x + Padding, line += LineHeight - 4, node.Box.Name, "start", bold: true);
        foreach (string text in node.Box.Lines)
        {
            Text(x + Padding, line += LineHeight, text, "start", bold: false);
        }

        int top = y + HeaderHeight(node);
        foreach (TopologyBox pod in node.Pods)
        {
            Box(x + Padding, top, _cardWidth - (2 * Padding), PodHeight(pod), "#e3f6e8", "#2f8a4c", 6);
            int inside = top + Padding - 4;
            Text(x + (2 * Padding), inside += LineHeight - 4, pod.Name, "start", bold: true);
            foreach (string text in pod.Lines)
            {
                Text(x + (2 * Padding), inside += LineHeight, text, "start", bold: false);
            }

            top += PodHeight(pod) + 8;
        }
    }

    private static int HeaderHeight(TopologyNode node) => (2 * Padding) + ((node.Box.Lines.Count + 1) * LineHeight) - 4;

    private static int PodHeight(TopologyBox pod) => ((pod.Lines.Count + 1) * LineHeight) + (2 * Padding) - 10;

    private static int CardHeight(TopologyNode node) => HeaderHeight(node) + node.Pods.Sum(pod => PodHeight(pod) + 8) + Padding - 8;

    private static int TextWidth(string text) => (int)Math.Ceiling(text.Length * CharacterWidth);

    private void Line(int x1, int y1, int x2, int y2) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#3b6fb5\" stroke-width=\"2\"/>\n");

    private void Box(int x, int y, int width, int height, string fill, string stroke, int radius) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n");

    private void Text(int x, int y, string text, string anchor, bool bold) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"#1b2733\"{(bold ? " font-weight=\"bold\"" : "")}>{Escape(text)}</text>\n");

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
