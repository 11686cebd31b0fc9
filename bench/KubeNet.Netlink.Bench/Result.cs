using System.Globalization;

namespace KubeNet.Netlink.Bench;

/// <summary>Prints the one line of JSON that the harness reads.</summary>
internal static class Result
{
    public static int Operations(string scenario, int operations, double seconds, int errors) =>
        Print($"{{\"scenario\":\"{scenario}\",\"count\":{operations},\"ops\":{operations},\"seconds\":{seconds:F6},\"errors\":{errors}}}");

    public static int Dump(string scenario, long items, double seconds, double first, int repetitions, ulong checksum) =>
        Print($"{{\"scenario\":\"{scenario}\",\"count\":{items},\"ops\":{items},\"seconds\":{seconds:F6},\"first_s\":{first:F6},\"iters\":{repetitions},\"checksum\":{checksum}}}");

    public static int Unsupported(string scenario) => Print($"{{\"scenario\":\"{scenario}\",\"unsupported\":true}}");

    public static int Print(FormattableString json)
    {
        Console.WriteLine(json.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
