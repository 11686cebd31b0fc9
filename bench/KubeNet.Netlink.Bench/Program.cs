using KubeNet.Netlink.Bench;

// netlink-bench [--single|--batch|--view] SCENARIO [COUNT]: the contract of a contender is in bench/README.md.
var mode = BenchMode.Single;
int at = 0;
for (; at < args.Length && args[at].StartsWith("--", StringComparison.Ordinal); at++)
{
    switch (args[at])
    {
        case "--single":
            mode = BenchMode.Single;
            break;
        case "--batch":
            mode = BenchMode.Batch;
            break;
        case "--view":
            mode = BenchMode.View;
            break;
        default:
            return Usage();
    }
}

if (at >= args.Length || args.Length > at + 2 || (args.Length == at + 2 && !int.TryParse(args[at + 1], out _)))
{
    return Usage();
}

string scenario = args[at];
int count = args.Length == at + 2 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
return scenario switch
{
    "noop" => Changes.Nothing(),
    "route-add" => Changes.AddRoutes(mode, count),
    "route-del" => Changes.DeleteRoutes(mode, count),
    "fdb-add" => Changes.AddFdbEntries(mode, count),
    "neigh-add" => Changes.AddNeighbors(mode, count),
    "route-dump" => Dumps.Routes(mode),
    "fdb-dump" => Dumps.FdbEntries(mode),
    "neigh-dump" => Dumps.Neighbors(mode),
    "link-dump" => Dumps.Links(mode),
    "veth-cycle" => VethCycle.Run(mode, count),
    "event" => await Events.RunAsync(count).ConfigureAwait(false),
    "memory" => Memory.Run(count),
    _ => Result.Unsupported(scenario),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: netlink-bench [--single|--batch|--view] SCENARIO [COUNT]

          --single  a request at a time, each acknowledged; dumps as typed objects (the default)
          --batch   requests in windows, the last of each acknowledged
          --view    dumps without an object for each item

        Scenarios: noop, route-add, route-del, route-dump, fdb-add, fdb-dump, neigh-add, neigh-dump, link-dump,
        veth-cycle, event; and memory, which tells how memory grows over COUNT single requests.
        The namespace must be prepared: bench/README.md says by what.
        """);
    return 2;
}
