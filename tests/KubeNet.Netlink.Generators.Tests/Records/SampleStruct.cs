namespace KubeNet.Netlink.Generators.Tests.Records;

/// <summary>A structure that stands on the wire as in memory.</summary>
public readonly record struct SampleStruct(uint First, ulong Second, ushort Third);
