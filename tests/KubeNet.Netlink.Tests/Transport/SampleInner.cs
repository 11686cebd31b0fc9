using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>What is nested in a <see cref="Sample"/>.</summary>
[NetlinkRecord]
public sealed partial record SampleInner
{
    private const ushort SAMPLE_INNER_PORT = 5;

    [NetlinkAttribute(SAMPLE_INNER_PORT, Endian = Endian.Big)] public ushort? Port { get; init; }
}
