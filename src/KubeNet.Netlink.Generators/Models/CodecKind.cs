namespace KubeNet.Netlink.Generators.Models;

/// <summary>How one value stands on the wire.</summary>
internal enum CodecKind
{
    /// <summary>An integer, or an enum over one, of the codec's size.</summary>
    Integer,

    /// <summary>A byte that is zero or not.</summary>
    Boolean,

    /// <summary>An empty attribute whose presence is the value.</summary>
    Flag,

    /// <summary>UTF-8 with a NUL at the end.</summary>
    Text,

    /// <summary>UTF-8 without a NUL.</summary>
    UnterminatedText,

    IPAddress,
    MacAddress,

    /// <summary>A VXLAN network identifier in 32 bits.</summary>
    Vni,

    /// <summary>An unmanaged struct, byte for byte.</summary>
    Struct,

    /// <summary>The payload as it is.</summary>
    Bytes,

    /// <summary>Another record, in a nest.</summary>
    Record,

    /// <summary>Another record, in a nest without <c>NLA_F_NESTED</c>.</summary>
    UnflaggedRecord,

    /// <summary>A type that writes and reads its own payload.</summary>
    Value,
}
