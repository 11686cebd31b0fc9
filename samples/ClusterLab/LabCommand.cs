using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using KubeNet.Tunnels;

namespace ClusterLab;

/// <summary>The command line.</summary>
internal static class LabCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="run">Runs the lab; gives the exit code.</param>
    /// <param name="clean">Removes what earlier labs left; gives the exit code.</param>
    public static Command Create(
        Func<LabOptions, CancellationToken, Task<int>> run, Func<CancellationToken, Task<int>> clean)
    {
        var network = new Argument<string>("network")
        {
            Description = "How pods of different nodes reach one another.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "vxlan",
        };
        network.AcceptOnlyFromAmong("vxlan", "host-gw");
        Option<int> nodes = Number("--nodes", "Virtual nodes.", 3, 1, AddressPlan.MaximumNodes);
        Option<int> pods = Number("--pods", "Pods on each node.", 2, 1, AddressPlan.MaximumPods);
        Option<int> mtu = Number("--mtu", "MTU of the network between the nodes, in bytes.", 1500, 1280, 65535);
        var ipv6 = new Option<bool>("--ipv6") { Description = "Give pods and nodes IPv6 addresses only." };
        var dual = new Option<bool>("--dual-stack") { Description = "Give pods and nodes both IPv4 and IPv6 addresses." };
        var throughput = new Option<bool>("--throughput") { Description = "Measure TCP between two pods of different nodes." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object to standard output, and nothing else there." };
        var keep = new Option<bool>("--keep") { Description = "Leave the cluster standing, and say how to look around and how to remove it." };

        // A RootCommand would have the name of the executable, which nobody types.
        var root = new Command("./demo.sh", "Makes a cluster of virtual nodes on this machine and shows that its pods reach one another.")
        {
            network, nodes, pods, ipv6, dual, mtu, throughput, json, keep, new HelpOption(), new VersionOption(),
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(ipv6) && result.GetValue(dual))
                result.AddError("--ipv6 and --dual-stack exclude each other: the one is IPv6 alone, the other both families.");
        });
        LabOptions OptionsOf(ParseResult result) => new()
        {
            Network = result.GetValue(network) == "host-gw" ? LabNetwork.HostGateway : LabNetwork.Vxlan,
            Nodes = result.GetValue(nodes),
            Pods = result.GetValue(pods),
            Mtu = result.GetValue(mtu),
            UsesIPv4 = !result.GetValue(ipv6),
            UsesIPv6 = result.GetValue(ipv6) || result.GetValue(dual),
            MeasuresThroughput = result.GetValue(throughput),
            PrintsJson = result.GetValue(json),
            Keeps = result.GetValue(keep),
        };
        root.SetAction((result, cancellationToken) => run(Checked(OptionsOf(result)), cancellationToken));

        var remove = new Command("clean", "Remove what earlier runs left behind: kept clusters, and those of runs that were killed.");
        remove.SetAction((_, cancellationToken) => clean(cancellationToken));
        root.Subcommands.Add(remove);
        return root;
    }

    private static LabOptions Checked(LabOptions options)
    {
        int pods = options.Nodes * options.Pods;
        string? fault = pods switch
        {
            < 2 => "one pod alone has nobody to talk to: more nodes or more pods are needed.",
            > AddressPlan.MaximumPodsOfCluster =>
                $"{options.Nodes} nodes of {options.Pods} pods are {pods} pods, and each asks each other one: at most {AddressPlan.MaximumPodsOfCluster}.",
            _ when options.Mtu < options.LeastMtu =>
                $"--mtu {options.Mtu} leaves IPv6 pods less than the {TunnelMtu.MinimumIPv6} bytes that they need: at least {options.LeastMtu} here.",
            _ => null,
        };
        return fault is null ? options : throw new LabException(fault, ExitCodes.Usage);
    }

    private static Option<int> Number(string name, string description, int value, int least, int most)
    {
        return new Option<int>(name)
        {
            Description = $"{description} {least} to {most}.",
            DefaultValueFactory = _ => value,
            CustomParser = result =>
            {
                string text = result.Tokens is [var token] ? token.Value : "";
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given >= least && given <= most)
                    return given;
                result.AddError($"{name} is {least} to {most}, not '{text}'.");
                return value;
            },
        };
    }
}
