using System.Globalization;
using System.Xml.Linq;
using ClusterLab.Diagrams;
using Xunit;

namespace ClusterLab.IntegrationTests.Diagrams;

public sealed class SvgDiagramTests
{
    // DejaVu Sans Mono's advance is 0.602 of its size; the diagram's text is of 12, and bold is no wider.
    private const double CharacterWidth = 12 * 0.602;
    private const double Ascent = 11;
    private const double Descent = 3;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(8, 3)]
    [InlineData(9, 1)]
    [InlineData(17, 4)]
    [InlineData(64, 4)]
    public void Nothing_overlaps(int nodes, int pods)
    {
        XDocument svg = Draw(nodes, pods);
        Box page = Page(svg);
        Box[] boxes = Boxes(svg);
        Assert.Equal(nodes + (nodes * pods) + ((nodes + 7) / 8), boxes.Length);

        for (int i = 0; i < boxes.Length; i++)
        {
            Assert.True(page.Contains(boxes[i]), $"{boxes[i]} leaves the page {page}.");
            for (int j = i + 1; j < boxes.Length; j++)
                Assert.True(boxes[i].IsApartFrom(boxes[j]) || boxes[i].Contains(boxes[j]) || boxes[j].Contains(boxes[i]), $"{boxes[i]} overlaps {boxes[j]}.");
        }

        Box[] texts = Texts(svg);
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(page.Contains(texts[i]), $"{texts[i]} leaves the page.");
            Assert.All(boxes, box => Assert.True(box.Contains(texts[i]) || box.IsApartFrom(texts[i]), $"{texts[i]} crosses the border of {box}."));
            for (int j = i + 1; j < texts.Length; j++)
                Assert.True(texts[i].IsApartFrom(texts[j]), $"{texts[i]} overlaps {texts[j]}.");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(17)]
    public void Lines_touch_what_they_join_and_cross_nothing(int nodes)
    {
        XDocument svg = Draw(nodes, 2);
        Box[] boxes = Boxes(svg);

        foreach (Box line in Elements(svg, "line").Select(LineOf))
            Assert.All(boxes, box => Assert.True(line.IsApartFrom(box), $"{line} goes into {box}."));
        Assert.True(Elements(svg, "line").Count() >= nodes);
    }

    [Fact]
    public void Names_are_escaped()
    {
        string svg = SvgDiagram.Draw(new Topology("<a & b>", new TopologyBox("u", []), [new TopologyNode(new TopologyBox("<n>", ["a&b"]), [])]));

        Assert.Contains("<n>", XDocument.Parse(svg).Descendants().Select(element => element.Value));
    }

    private static XDocument Draw(int nodes, int pods) => XDocument.Parse(SvgDiagram.Draw(new Topology(
        $"vxlan, dual-stack: {nodes} nodes, {nodes * pods} pods",
        new TopologyBox("underlay br0", [$"{nodes} ports", "MTU 1500"]),
        [.. Enumerable.Range(1, nodes).Select(node => new TopologyNode(
            new TopologyBox($"node-{node}", ["eth0 MTU 1500", $"  172.30.0.{node}/24", "vxlan42 VNI 42 UDP 4789 MTU 1450", $"  fd44:{node}::/128"]),
            [.. Enumerable.Range(1, pods).Select(pod => new TopologyBox($"pod-{pod} on pod{pod}", ["eth0 MTU 1450", $"  10.244.{node}.{pod + 1}/24"]))]))])));

    private static IEnumerable<XElement> Elements(XDocument svg, string name) => svg.Root!.Elements().Where(element => element.Name.LocalName == name);

    private static Box Page(XDocument svg) => new("page", 0, 0, Number(svg.Root!, "width"), Number(svg.Root!, "height"));

    // The first rectangle is the background.
    private static Box[] Boxes(XDocument svg) =>
        [.. Elements(svg, "rect").Skip(1).Select(rect => Box.At("box", Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height")))];

    private static Box[] Texts(XDocument svg) => [.. Elements(svg, "text").Select(text =>
    {
        double size = text.Attribute("font-size") is null ? 1 : Number(text, "font-size") / 12;
        double width = text.Value.Length * CharacterWidth * size;
        double x = Number(text, "x") - (text.Attribute("text-anchor")?.Value == "middle" ? width / 2 : 0);
        return Box.At(text.Value, x, Number(text, "y") - (Ascent * size), width, (Ascent + Descent) * size);
    })];

    // What merely touches is apart.
    private static Box LineOf(XElement line) => new(
        "line",
        Math.Min(Number(line, "x1"), Number(line, "x2")),
        Math.Min(Number(line, "y1"), Number(line, "y2")),
        Math.Max(Number(line, "x1"), Number(line, "x2")),
        Math.Max(Number(line, "y1"), Number(line, "y2")));

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private sealed record Box(string What, double Left, double Top, double Right, double Bottom)
    {
        public static Box At(string what, double x, double y, double width, double height) => new(what, x, y, x + width, y + height);

        public bool Contains(Box other) => other.Left >= Left && other.Top >= Top && other.Right <= Right && other.Bottom <= Bottom;

        public bool IsApartFrom(Box other) => other.Left >= Right || other.Right <= Left || other.Top >= Bottom || other.Bottom <= Top;
    }
}
