using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Bench;

/// <summary>Watches routes until so many new ones were told, or two seconds of silence.</summary>
internal static class Events
{
    private static readonly TimeSpan s_firstWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        var options = new WatchOptions();
        if (BenchEnvironment.ReceiveBuffer is { } bytes)
        {
            options = options with { ReceiveBufferSize = bytes };
        }

        using var silence = new CancellationTokenSource();
        int received = 0;
        int overruns = 0;
        ulong checksum = 0;
        long first = 0;
        long last = 0;
        try
        {
            var filter = new RouteFilter { Family = AddressFamily.InterNetwork };
            await foreach (Change<Route> change in netlink.Routes.WatchAsync(filter, options, silence.Token).ConfigureAwait(false))
            {
                switch (change.Kind)
                {
                    case ChangeKind.Synchronized when received == 0 && overruns == 0:
                        await Console.Out.WriteLineAsync("READY").ConfigureAwait(false);
                        await Console.Out.FlushAsync().ConfigureAwait(false);
                        silence.CancelAfter(s_firstWithin);
                        break;
                    case ChangeKind.Resync:
                        overruns++;
                        break;
                    case ChangeKind.Added:
                        last = Stopwatch.GetTimestamp();
                        if (received++ == 0)
                        {
                            first = last;
                        }

                        checksum += Dumps.ValueOf(change.Object!.Destination!.Value.BaseAddress);
                        if (received % 1024 == 1)
                        {
                            silence.CancelAfter(s_silence);
                        }

                        break;
                }

                if (received == count)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested)
        {
            // Silence is how a run ends that misses some.
        }

        double seconds = Stopwatch.GetElapsedTime(first, last).TotalSeconds;
        return Result.Print($"{{\"scenario\":\"event\",\"count\":{count},\"ops\":{received},\"received\":{received},\"lost\":{count - received},\"overruns\":{overruns},\"seconds\":{seconds.ToString("F6", CultureInfo.InvariantCulture)},\"checksum\":{checksum}}}");
    }
}
