using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests.Records;

/// <summary>A struct with a codec by hand, which wins over its bytes in memory, and without names.</summary>
public readonly record struct PairStruct(byte First, byte Second) : INetlinkValue<PairStruct>
{
    public static bool TryRead(ReadOnlySpan<byte> value, out PairStruct result)
    {
        result = value.Length == 2 ? new PairStruct(value[1], value[0]) : default;
        return value.Length == 2;
    }

    public void Write(ref NetlinkWriter writer) => writer.WriteRaw(new byte[] { Second, First });
}
