using System.Globalization;
using System.Text.Json;
using ClusterLab.Diagrams;
using ClusterLab.Machine;
using ClusterLab.Measurements;
using ClusterLab.Reports;
using ClusterLab.Views;
using KubeNet.Testing.Leftovers;

namespace ClusterLab;

/// <summary>Makes the cluster, tries it, shows it and removes it.</summary>
internal sealed class Lab
{
    private readonly LabOptions _options;
    private readonly LabConsole _console;
    private readonly LabView _view;

    private Lab(LabOptions options)
    {
        _options = options;
        _console = new LabConsole(usesError: options.PrintsJson);
        _view = new LabView(_console, options);
    }

    /// <summary>Runs the lab.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(LabOptions options, CancellationToken cancellationToken)
    {
        LabReport report = await new Lab(options).RunAsync(cancellationToken);
        if (options.PrintsJson)
            Console.Out.WriteLine(JsonSerializer.Serialize(report, ReportJsonContext.Plain.LabReport));
        return report.Ok ? ExitCodes.Success : ExitCodes.Failure;
    }

    /// <summary>Removes what earlier runs left.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requirements.CheckPrivilege(Environment.IsPrivilegedProcess);
        var console = new LabConsole(usesError: false);
        IReadOnlyList<NetworkLeftover> removed = NetworkLeftovers.Remove(includeKept: true);
        if (removed.Count == 0)
            console.Line("Nothing to remove.");
        foreach (NetworkLeftover leftover in removed)
            Tell(console, leftover);
        return Task.FromResult(ExitCodes.Success);
    }

    private async Task<LabReport> RunAsync(CancellationToken cancellationToken)
    {
        Requirements.Check(_options);
        foreach (NetworkLeftover leftover in NetworkLeftovers.Remove())
            Tell(_console, leftover);

        using Cluster cluster = await _console.StepAtOnceAsync(
            "Making the underlay", () => Cluster.Create(_options), made => $"Made the underlay: a switch, MTU {_options.Mtu}");
        await BuildAsync(cluster, cancellationToken);

        ClusterNode first = cluster.Nodes[0];
        using var capture = new UnderlayCapture(cluster, first);
        IReadOnlyList<PairResult> results = await _console.StepAsync(
            "Pinging from every pod to every other",
            () => PairProbes.RunAsync(cluster, _options.Families, cancellationToken),
            pairs => $"Pinged: {pairs.Count(pair => pair.IsOk)} of {pairs.Count} pairs answered");
        IReadOnlyList<Sighting> sightings = capture.Read();
        IReadOnlyList<ThroughputMeasurement>? throughput = _options.MeasuresThroughput
            ? await _console.StepAsync(
                "Measuring TCP throughput", () => ThroughputMeasurement.RunAsync(cluster, _options.Families, cancellationToken), _ => "Measured TCP throughput")
            : null;
        (string svg, string mermaid) = DiagramFiles.Write(_options, TopologyReader.Read(cluster, _options));

        _view.ShowPairs(cluster, results);
        _view.ShowUnderlay(capture.Device, sightings);
        _view.ShowNode(first);
        if (throughput is not null)
            _view.ShowThroughput(throughput);
        _view.ShowDiagrams(svg, mermaid);
        cancellationToken.ThrowIfCancellationRequested();
        cluster.Stays = _options.Keeps;
        if (cluster.Stays)
            _view.ShowWaysAround(cluster);
        _view.ShowVerdict(results);
        return ReportOf(cluster, results, capture.Device, sightings, throughput, svg);
    }

    private async Task BuildAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        await _console.StepAtOnceAsync(
            "Making nodes and pods",
            () =>
            {
                for (int i = 0; i < _options.Nodes; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    cluster.AddNode();
                }

                return cluster.Nodes.Count;
            },
            nodes => $"Made {nodes} nodes and {cluster.Pods.Count()} pods, {_options.FamilyNames}, MTU {cluster.PodMtu}");
        await _console.StepAtOnceAsync(
            "Applying the overlay",
            () =>
            {
                int steps = 0;
                foreach (ClusterNode node in cluster.Nodes)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    steps += cluster.ApplyOverlay(node).Steps.Count;
                }

                return steps;
            },
            steps => string.Create(CultureInfo.InvariantCulture, $"Applied {_options.NetworkName} on every node: {steps} changes"));
    }

    private LabReport ReportOf(
        Cluster cluster,
        IReadOnlyList<PairResult> results,
        string device,
        IReadOnlyList<Sighting> sightings,
        IReadOnlyList<ThroughputMeasurement>? throughput,
        string diagram)
    {
        int failed = results.Count(result => !result.IsOk);
        return new LabReport(
            _options.NetworkName,
            failed == 0,
            cluster.Nodes.Count,
            cluster.Pods.Count(),
            results.Count,
            failed,
            [.. results.Select(result => new ProbeReport(result.From.Name, result.To.Name, result.FamilyName, result.IsOk, result.Ping.RoundTripMicroseconds))],
            [.. sightings.Select(sighting => new CaptureReport(device, sighting.Summary))],
            throughput?.Select(measurement => new ThroughputReport(
                measurement.From.Name,
                measurement.To.Name,
                PairResult.NameOf(measurement.Family),
                measurement.Result.Bytes,
                measurement.Result.Seconds,
                measurement.Result.GigabitsPerSecond)).ToArray(),
            diagram);
    }

    private static void Tell(LabConsole console, NetworkLeftover leftover)
    {
        string why = leftover.IsKept ? "which was kept" : $"whose process {leftover.ProcessId} was killed";
        console.Line($"Removed network '{leftover.Network}', {why}: {leftover.Namespaces.Count} namespaces");
        foreach (string name in leftover.Namespaces)
            console.Line($"  {name}");
    }
}
