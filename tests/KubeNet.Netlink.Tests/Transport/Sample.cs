using System.Globalization;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>An object such as the kernel's: an index, a name, values.</summary>
[NetlinkRecord(HeaderSize = 8)]
public sealed partial record Sample : INetlinkObject<int>
{
    public const ushort New = 32;
    public const ushort Delete = 33;
    public const ushort Get = 34;
    public const uint Group = 40;

    private const ushort SAMPLE_NAME = 1;
    private const ushort SAMPLE_VALUE = 2;
    private const ushort SAMPLE_INNER = 3;
    private const ushort SAMPLE_COUNTER = 4;

    [NetlinkHeader(0)] public byte Family { get; init; }
    [NetlinkHeader(4)] public int Index { get; init; }
    [NetlinkAttribute(SAMPLE_NAME)] public string? Name { get; init; }
    [NetlinkAttribute(SAMPLE_VALUE)] public uint? Value { get; init; }
    [NetlinkAttribute(SAMPLE_INNER)] public SampleInner? Inner { get; init; }
    [NetlinkAttribute(SAMPLE_COUNTER, ReadOnly = true)] public ulong? Counter { get; init; }

    public int Key => Index;

    string? INetlinkBody.Describe() => string.Create(CultureInfo.InvariantCulture, $"sample {Index}");
}
