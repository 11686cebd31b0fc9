using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KubeNet.Netlink.Transport;

/// <summary>Names under which the package tells OpenTelemetry and others what it does. Nothing is measured unless someone listens.</summary>
public static class NetlinkDiagnostics
{
    /// <summary>The meter: <c>KubeNet.Netlink</c>.</summary>
    public const string MeterName = "KubeNet.Netlink";

    /// <summary>The source of activities, one per request: <c>KubeNet.Netlink</c>.</summary>
    public const string ActivitySourceName = "KubeNet.Netlink";

    /// <summary>Histogram of the seconds that a request took, with the tags <c>operation</c> and, if it failed, <c>error</c>.</summary>
    public const string RequestDuration = "kubenet.netlink.request.duration";

    /// <summary>Counter of the times that a watch lost changes and listed its table again, with the tag <c>objects</c>.</summary>
    public const string Resyncs = "kubenet.netlink.resyncs";

    private static readonly ActivitySource s_source = new(ActivitySourceName);
    private static readonly Meter s_meter = new(MeterName);

    private static readonly Histogram<double> s_requestDuration =
        s_meter.CreateHistogram<double>(RequestDuration, "s", "How long the kernel took for a request.");

    private static readonly Counter<long> s_resyncs =
        s_meter.CreateCounter<long>(Resyncs, "{resync}", "How often a watch lost changes and listed its table again.");

    internal static Measurement Measure(string operation) =>
        s_requestDuration.Enabled || s_source.HasListeners() ? new Measurement(operation) : default;

    internal static void CountResync(string objects) => s_resyncs.Add(1, new KeyValuePair<string, object?>("objects", objects));

    /// <summary>A request under way; the default value measures nothing.</summary>
    internal struct Measurement
    {
        private readonly string? _operation;
        private readonly Activity? _activity;
        private readonly long _started;
        private string? _error;

        public Measurement(string operation)
        {
            _operation = operation;
            _activity = s_source.StartActivity(operation, ActivityKind.Client);
            _started = Stopwatch.GetTimestamp();
        }

        /// <summary>Notes why a request failed; null that it did not.</summary>
        public void Fail(NetlinkError? error)
        {
            if (_operation is not null && error is not null)
            {
                _error = NetlinkError.NameOf(error.Error);
            }
        }

        /// <summary>Notes an exception that passes by: for an exception filter, hence false.</summary>
        public bool Observe(Exception exception)
        {
            if (_operation is not null)
            {
                _error = exception is NetlinkException refusal ? NetlinkError.NameOf(refusal.Error) : exception.GetType().Name;
            }

            return false;
        }

        public readonly void Stop()
        {
            if (_operation is null)
            {
                return;
            }

            var tags = new TagList { { "operation", _operation } };
            if (_error is not null)
            {
                tags.Add("error", _error);
                _activity?.SetStatus(ActivityStatusCode.Error, _error);
            }

            s_requestDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
            _activity?.Dispose();
        }
    }
}
