using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests.Records;

/// <summary>A nest, which may hold itself.</summary>
[NetlinkRecord]
public sealed partial record Inner
{
    [NetlinkAttribute(1)] public uint? Number { get; init; }
    [NetlinkAttribute(2)] public string? Text { get; init; }
    [NetlinkAttribute(3)] public Inner? Deeper { get; init; }
}
