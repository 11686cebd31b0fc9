using System.Globalization;
using System.Text;
using ClusterLab.Measurements;
using Spectre.Console;

namespace ClusterLab.Views;

/// <summary>
/// Who reached whom. Where the width allows, a cell for each pair of pods with its round-trip time; otherwise a mark for each pair,
/// and the round-trip times by nodes.
/// </summary>
internal static class PairMatrix
{
    private const int WidestCell = 7;
    private const int CellFrame = 3;
    private const int FailuresShown = 20;

    /// <summary>Shows the results of one family.</summary>
    public static void Show(LabConsole console, IReadOnlyList<ClusterPod> pods, IReadOnlyList<PairResult> results)
    {
        var byPair = results.ToDictionary(result => (result.From, result.To));
        int names = pods.Max(pod => pod.Name.Length);
        if (names + CellFrame + (pods.Count * (WidestCell + CellFrame)) + 1 <= Math.Min(console.Width, 160))
        {
            console.Show(OfPods(pods, byPair));
            return;
        }

        // A mark and a gap for each node must fit into a line.
        if (names + 2 + (2 * pods.Count) <= console.Width)
            console.Show(Marks(pods, byPair, names));
        console.Show(OfNodes(pods, results));
    }

    /// <summary>Names the pairs that failed, and why.</summary>
    public static void ShowFailures(LabConsole console, IReadOnlyList<PairResult> results)
    {
        PairResult[] failed = [.. results.Where(result => !result.IsOk)];
        foreach (PairResult result in failed.Take(FailuresShown))
            console.Line($"  {result.From.Name} → {result.To.Name} ({result.FamilyName}): {result.Ping}");
        if (failed.Length > FailuresShown)
            console.Line($"  and {failed.Length - FailuresShown} more");
    }

    private static Table OfPods(IReadOnlyList<ClusterPod> pods, Dictionary<(ClusterPod, ClusterPod), PairResult> results)
    {
        Table table = Frame("from \\ to", pods.Select(pod => pod.Name.Replace('/', '\n')));
        foreach (ClusterPod from in pods)
        {
            table.AddRow([new Text(from.Name), .. pods.Select(to => from == to
                ? new Text("·", new Style(Color.Grey))
                : results[(from, to)] is { IsOk: true } result
                    ? new Text(RoundTrip.Format(result.Ping.RoundTripMicroseconds ?? 0), new Style(Color.Green))
                    : new Text("✗", new Style(Color.Red)))]);
        }

        return table;
    }

    private static Table OfNodes(IReadOnlyList<ClusterPod> pods, IReadOnlyList<PairResult> results)
    {
        string[] nodes = [.. pods.Select(pod => pod.Node).Distinct()];
        var byNodes = results.ToLookup(result => (result.From.Node, result.To.Node));
        Table table = Frame("answered, median", nodes);
        foreach (string from in nodes)
        {
            table.AddRow([new Text(from), .. nodes.Select(to =>
            {
                PairResult[] pairs = [.. byNodes[(from, to)]];
                PairResult[] answered = [.. pairs.Where(pair => pair.IsOk)];
                if (pairs.Length == 0)
                    return new Text("·", new Style(Color.Grey));
                string share = string.Create(CultureInfo.InvariantCulture, $"{answered.Length}/{pairs.Length}");
                return answered.Length == 0
                    ? new Text(share, new Style(Color.Red))
                    : new Text(
                        $"{share}\n{RoundTrip.Format(RoundTrip.Median(answered.Select(pair => pair.Ping.RoundTripMicroseconds ?? 0)))}",
                        new Style(answered.Length == pairs.Length ? Color.Green : Color.Red));
            })]);
        }

        return table;
    }

    private static Markup Marks(IReadOnlyList<ClusterPod> pods, Dictionary<(ClusterPod, ClusterPod), PairResult> results, int names)
    {
        var text = new StringBuilder();
        foreach (ClusterPod from in pods)
        {
            text.Append(from.Name.PadRight(names)).Append(' ');
            string? node = null;
            foreach (ClusterPod to in pods)
            {
                text.Append(node == to.Node ? "" : " ").Append(
                    from == to ? "[grey]·[/]" : results[(from, to)].IsOk ? "[green]✓[/]" : "[red]✗[/]");
                node = to.Node;
            }

            text.Append('\n');
        }

        return new Markup(text.ToString());
    }

    private static Table Frame(string corner, IEnumerable<string> columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn(new Text(corner, new Style(Color.Grey))).NoWrap());
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap());
        return table;
    }
}
