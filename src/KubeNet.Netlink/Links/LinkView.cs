using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;

namespace KubeNet.Netlink.Links;

/// <summary>
/// A link as it lies in a message, for large dumps: nothing is copied, and only what is asked for is read. It lives as long
/// as the message.
/// </summary>
public readonly ref struct LinkView
{
    private const int HeaderSize = 16;

    private readonly ReadOnlySpan<byte> _header;
    private readonly ReadOnlySpan<byte> _attributes;

    /// <summary>Looks at the message of a link (<c>RTM_NEWLINK</c>, <c>RTM_DELLINK</c>).</summary>
    /// <exception cref="NetlinkFormatException">The message is shorter than a link's header.</exception>
    public LinkView(in NetlinkMessage message)
    {
        if (message.Payload.Length < HeaderSize)
        {
            throw new NetlinkFormatException($"The message of a link has {HeaderSize} bytes at least, not {message.Payload.Length}.");
        }

        _header = message.Payload[..HeaderSize];
        _attributes = message.Payload[HeaderSize..];
    }

    /// <summary>Hardware.</summary>
    public HardwareType HardwareType => (HardwareType)MemoryMarshal.Read<ushort>(_header[2..]);

    /// <summary>The index.</summary>
    public int Index => MemoryMarshal.Read<int>(_header[4..]);

    /// <summary>Flags.</summary>
    public InterfaceFlags Flags => (InterfaceFlags)MemoryMarshal.Read<uint>(_header[8..]);

    /// <summary>The name in UTF-8, without the final NUL.</summary>
    public ReadOnlySpan<byte> Name => TextOf(Find(IFLA_IFNAME));

    /// <summary>The largest packet in bytes; 0 if it is not reported.</summary>
    public int Mtu => Integer(IFLA_MTU);

    /// <summary>The index of the master; 0 for none.</summary>
    public int MasterIndex => Integer(IFLA_MASTER);

    /// <summary>The index of the link below, or of the other end; 0 for none.</summary>
    public int ParentIndex => Integer(IFLA_LINK);

    /// <summary>The group.</summary>
    public uint Group => (uint)Integer(IFLA_GROUP);

    /// <summary>Whether the link can carry traffic.</summary>
    public OperationalState OperationalState => Find(IFLA_OPERSTATE) is [var state] ? (OperationalState)state : OperationalState.Unknown;

    /// <summary>The link-layer address, mostly 6 bytes; empty for none.</summary>
    public ReadOnlySpan<byte> Address => Find(IFLA_ADDRESS);

    /// <summary>The kernel's name of the kind, in UTF-8 without the final NUL; empty for none.</summary>
    public ReadOnlySpan<byte> KindName => TextOf(Find(Find(IFLA_LINKINFO), IFLA_INFO_KIND));

    /// <summary>Goes through all attributes.</summary>
    public NetlinkAttributeReader Attributes => new(_attributes);

    /// <summary>The payload of an attribute by its number, such as <c>IFLA_TXQLEN</c>; empty if it is not there.</summary>
    public ReadOnlySpan<byte> Find(ushort type) => Find(_attributes, type);

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> attributes, ushort type)
    {
        var reader = new NetlinkAttributeReader(attributes);
        while (reader.Read())
        {
            if (reader.Type == type)
            {
                return reader.Value;
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> value) => value.IndexOf((byte)0) is >= 0 and var end ? value[..end] : value;

    private int Integer(ushort type) => Find(type) is { Length: sizeof(int) } value ? MemoryMarshal.Read<int>(value) : 0;
}
