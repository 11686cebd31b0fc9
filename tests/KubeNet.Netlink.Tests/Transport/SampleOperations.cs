using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>Operations on samples. Those of family 7 are of another kind; one of family 9 has others vanish.</summary>
internal sealed class SampleOperations(NetlinkConnection connection) : NetlinkOperations<Sample, int, SampleFilter>(
    connection, new NetlinkObjectKind("sample", "samples", Sample.New, Sample.Delete, Sample.Get, [Sample.Group]))
{
    public override Sample? TryGet(Sample item) =>
        Connection.Get<Sample, Sample>(Sample.Get, NetlinkMessageFlags.None, item, Kind.Getting);

    internal override bool Satisfies(Sample actual, Sample wanted) => AttributeComparison.States(actual, wanted);

    internal override bool IsOwn(ReadOnlySpan<byte> payload) => payload[0] is not (7 or 9);

    internal override bool Unsettles(in NetlinkMessage message) => message.Payload[0] == 9;

    internal override bool Differs(Sample previous, Sample current) =>
        previous with { Counter = null } != current with { Counter = null };

    private protected override Sample DeletionOf(Sample item) => new() { Index = item.Index };
}
