namespace KubeNet.Netlink.Generators.Models;

/// <summary>A property that is a field of the fixed header before the attributes.</summary>
internal sealed record HeaderField(string Property, int Offset, ValueCodec Codec);
