namespace KubeNet.Netlink.Generators.Models;

/// <summary>The codec of one value.</summary>
/// <param name="Kind">Its form on the wire.</param>
/// <param name="Type">The C# type, fully qualified, without the question mark.</param>
/// <param name="Size">Bytes of an integer, otherwise 0.</param>
/// <param name="IsPlain">Whether the integer is the unsigned type itself, so that no cast is needed.</param>
/// <param name="IsBigEndian">Whether an integer stands in network byte order.</param>
internal sealed record ValueCodec(CodecKind Kind, string Type, int Size = 0, bool IsPlain = true, bool IsBigEndian = false)
{
    /// <summary>Whether the value has a byte order that one can choose.</summary>
    public bool HasByteOrder => Kind is CodecKind.Integer or CodecKind.Vni && Size > 1;

    /// <summary>Whether the value is a record.</summary>
    public bool IsRecord => Kind is CodecKind.Record or CodecKind.UnflaggedRecord;
}
