using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KubeNet.Netlink.Protocol;

/// <summary>
/// Goes through attributes. A value whose length does not fit what is asked for gives false, never an exception: whoever
/// reads keeps such an attribute as it came.
/// </summary>
/// <param name="attributes">The attributes of a message or a nest.</param>
public ref partial struct NetlinkAttributeReader(ReadOnlySpan<byte> attributes)
{
    private ReadOnlySpan<byte> _rest = attributes;
    private ushort _type;

    /// <summary>The attribute's number, without its flags.</summary>
    public readonly ushort Type => (ushort)(_type & NetlinkAttributeHeader.TypeMask);

    /// <summary>Whether the attribute says that its payload is attributes (<c>NLA_F_NESTED</c>). Many families nest without saying so.</summary>
    public readonly bool IsNested => (_type & NetlinkAttributeHeader.NestedFlag) != 0;

    /// <summary>The payload, without padding.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next attribute; false at the end. Up to three bytes of padding at the end are passed over.</summary>
    /// <exception cref="NetlinkFormatException">An attribute's length does not fit what is left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read()
    {
        ReadOnlySpan<byte> rest = _rest;
        if (rest.Length < NetlinkAttributeHeader.Size)
        {
            return false;
        }

        uint header = MemoryMarshal.Read<uint>(rest);
        int length = (ushort)(BitConverter.IsLittleEndian ? header : header >> 16);
        if (length < NetlinkAttributeHeader.Size || length > rest.Length)
        {
            NetlinkFormatException.ThrowAttributeLength(length, rest.Length);
        }

        _type = (ushort)(BitConverter.IsLittleEndian ? header >> 16 : header);
        Value = rest[NetlinkAttributeHeader.Size..length];
        int next = NetlinkAttributeHeader.Align(length);
        _rest = next < rest.Length ? rest[next..] : default;
        return true;
    }

    /// <summary>The text of a value up to its first NUL, from UTF-8.</summary>
    public readonly bool TryGetString([NotNullWhen(true)] out string? value)
    {
        ReadOnlySpan<byte> text = Value;
        int end = text.IndexOf((byte)0);
        value = Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
        return true;
    }

    /// <summary>An IP address of 4 or 16 bytes.</summary>
    public readonly bool TryGetIPAddress([NotNullWhen(true)] out IPAddress? value)
    {
        value = Value.Length is 4 or 16 ? new IPAddress(Value) : null;
        return value is not null;
    }

    /// <summary>A MAC address of 6 bytes.</summary>
    public readonly bool TryGetMacAddress(out MacAddress value)
    {
        bool fits = Value.Length == MacAddress.Size;
        value = fits ? new MacAddress(Value) : default;
        return fits;
    }

    /// <summary>
    /// A structure as it lies in memory. Structures grow with the kernel: a longer value is read as far as it is known,
    /// the missing end of a shorter one is zero.
    /// </summary>
    public readonly bool TryGetStruct<T>(out T value) where T : unmanaged
    {
        value = default;
        Span<byte> bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        Value[..Math.Min(Value.Length, bytes.Length)].CopyTo(bytes);
        return true;
    }

    /// <summary>The attribute as it came, copied.</summary>
    public readonly RawAttribute ToRaw() => new(Type, IsNested, NetlinkList.Create(Value));
}
