namespace KubeNet.Netlink.Generators.Emission;

/// <summary>Types as generated code spells them: nothing that a user declares can hide them.</summary>
internal static class TypeNames
{
    public const string Protocol = "global::KubeNet.Netlink.Protocol.";
    public const string Writer = Protocol + "NetlinkWriter";
    public const string Reader = Protocol + "NetlinkAttributeReader";
    public const string Table = Protocol + "NetlinkAttributeTable";
    public const string Entry = Protocol + "NetlinkAttributeEntry";
    public const string Body = Protocol + "INetlinkBody";
    public const string Raw = Protocol + "RawAttribute";
    public const string Bytes = "global::System.ReadOnlySpan<byte>";
    public const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    public const string CollectionsMarshal = "global::System.Runtime.InteropServices.CollectionsMarshal";
    public const string BinaryPrimitives = "global::System.Buffers.Binary.BinaryPrimitives";
    public const string ListFactory = "global::KubeNet.Netlink.NetlinkList";

    public static string NetlinkList(string item) => $"global::KubeNet.Netlink.NetlinkList<{item}>";

    public static string List(string item) => $"global::System.Collections.Generic.List<{item}>";

    /// <summary>The unsigned integer of a size.</summary>
    public static string Unsigned(int size) => size switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };
}
