using System.Diagnostics;
using System.Diagnostics.Metrics;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

public sealed class NetlinkDiagnosticsTests
{
    [Fact]
    public void A_request_is_measured_with_operation_and_error()
    {
        // Other tests run beside this one: the operations tell which measurements are ours.
        const string Refused = "be measured and refused";
        const string Done = "be measured and done";
        var seen = new List<(string Operation, string? Error, double Seconds)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == NetlinkDiagnostics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            string? operation = null;
            string? error = null;
            foreach ((string key, object? tag) in tags)
            {
                operation = key == "operation" ? (string?)tag : operation;
                error = key == "error" ? (string?)tag : error;
            }

            if (operation is Refused or Done && instrument.Name == NetlinkDiagnostics.RequestDuration)
            {
                seen.Add((operation, error, value));
            }
        });
        listener.Start();

        var kernel = new InMemoryKernel((in request, reply) => reply.Fail(request.Header.Type == Sample.Get ? LinuxError.EPERM : LinuxError.None));
        using NetlinkConnection connection = kernel.Connect();
        connection.Execute(Sample.New, NetlinkMessageFlags.None, new Sample(), Done);
        connection.TryExecute(Sample.Get, NetlinkMessageFlags.None, new Sample(), Refused);
        Assert.Throws<NetlinkException>(() => connection.Dump<Sample, Sample>(Sample.Get, new Sample(), Refused));

        Assert.Equal([(Done, null), (Refused, "EPERM"), (Refused, "EPERM")], seen.Select(s => (s.Operation, s.Error)));
        Assert.All(seen, s => Assert.True(s.Seconds >= 0));
    }

    [Fact]
    public void A_request_is_an_activity()
    {
        const string Operation = "be an activity";
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == NetlinkDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == Operation)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var kernel = new InMemoryKernel((in _, reply) => reply.Fail(LinuxError.EPERM));
        using NetlinkConnection connection = kernel.Connect();
        connection.TryExecute(Sample.New, NetlinkMessageFlags.None, new Sample(), Operation);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(seen).Status);
    }
}
