using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>Wants all samples, or those with at least a value.</summary>
public sealed class SampleFilter : INetlinkFilter<Sample>
{
    public uint Least { get; init; }

    public int HeaderLength => 8;

    public NetlinkAttributeTable? Attributes => null;

    public bool Matches(Sample item) => (item.Value ?? 0) >= Least;

    public void Write(ref NetlinkWriter writer) => writer.WriteHeader(8);
}
