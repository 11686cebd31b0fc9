using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.NetworkInformation;

namespace KubeNet.Netlink;

/// <summary>A 48-bit Ethernet address (EUI-48), written as six hexadecimal octets: <c>02:42:ac:11:00:02</c>.</summary>
public readonly record struct MacAddress : ISpanParsable<MacAddress>, ISpanFormattable, IComparable<MacAddress>
{
    /// <summary>Bytes of an address: 6.</summary>
    public const int Size = 6;

    private const int TextLength = 17;
    private readonly ulong _value;

    /// <summary>Makes an address of six bytes in the order in which they are sent.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 6 bytes long.</exception>
    public MacAddress(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A MAC address has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _value = ((ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]);
    }

    private MacAddress(ulong value) => _value = value;

    /// <summary>The address to which every station listens, <c>ff:ff:ff:ff:ff:ff</c>.</summary>
    public static MacAddress Broadcast => new(0xffff_ffff_ffffUL);

    /// <summary>Whether the address names a group of stations (the lowest bit of the first octet).</summary>
    public bool IsMulticast => (_value & 0x0100_0000_0000UL) != 0;

    /// <summary>Whether the address was chosen locally rather than by a vendor (the second lowest bit of the first octet).</summary>
    public bool IsLocallyAdministered => (_value & 0x0200_0000_0000UL) != 0;

    /// <summary>The address of the 48 low bits of a number, the highest octet first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than 48 bits.</exception>
    public static MacAddress FromUInt64(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0xffff_ffff_ffffUL);
        return new MacAddress(value);
    }

    /// <summary>The address as a number of 48 bits.</summary>
    public ulong ToUInt64() => _value;

    /// <summary>Writes the six octets.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> is shorter than 6 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..Size], (uint)_value);
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(_value >> 32));
    }

    /// <summary>The six octets in a new array.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The framework's form of the address.</summary>
    public PhysicalAddress ToPhysicalAddress() => new(ToArray());

    /// <summary>The framework's form of the address.</summary>
    public static implicit operator PhysicalAddress(MacAddress address) => address.ToPhysicalAddress();

    /// <inheritdoc/>
    public int CompareTo(MacAddress other) => _value.CompareTo(other._value);

    /// <summary>Whether one address, as a number, is below the other.</summary>
    public static bool operator <(MacAddress left, MacAddress right) => left._value < right._value;

    /// <summary>Whether one address, as a number, is above the other.</summary>
    public static bool operator >(MacAddress left, MacAddress right) => left._value > right._value;

    /// <summary>Whether one address, as a number, is not above the other.</summary>
    public static bool operator <=(MacAddress left, MacAddress right) => left._value <= right._value;

    /// <summary>Whether one address, as a number, is not below the other.</summary>
    public static bool operator >=(MacAddress left, MacAddress right) => left._value >= right._value;

    /// <summary>Reads <c>02:42:ac:11:00:02</c>; dashes serve as well as colons.</summary>
    /// <exception cref="FormatException">The text is not six octets of two hexadecimal digits each.</exception>
    public static MacAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out MacAddress result)
            ? result
            : throw new FormatException($"'{s}' is not a MAC address: six octets of two hexadecimal digits are expected, as in 02:42:ac:11:00:02.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static MacAddress Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads an address; false if the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MacAddress result)
    {
        result = default;
        if (s.Length != TextLength || s[2] is not (':' or '-'))
        {
            return false;
        }

        ulong value = 0;
        for (int i = 0; i < Size; i++)
        {
            if ((i > 0 && s[(i * 3) - 1] != s[2])
                || !byte.TryParse(s.Slice(i * 3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte octet))
            {
                return false;
            }

            value = (value << 8) | octet;
        }

        result = new MacAddress(value);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out MacAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MacAddress result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out MacAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out MacAddress result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        charsWritten = 0;
        if (destination.Length < TextLength)
        {
            return false;
        }

        const string Digits = "0123456789abcdef";
        for (int i = 0; i < Size; i++)
        {
            int octet = (int)(_value >> (8 * (Size - 1 - i))) & 0xff;
            destination[i * 3] = Digits[octet >> 4];
            destination[(i * 3) + 1] = Digits[octet & 0xf];
            if (i < Size - 1)
            {
                destination[(i * 3) + 2] = ':';
            }
        }

        charsWritten = TextLength;
        return true;
    }

    /// <summary>The address as six lower-case octets with colons.</summary>
    public override string ToString() =>
        string.Create(TextLength, this, static (span, address) => address.TryFormat(span, out _));

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
