using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KubeNet.Netlink;

/// <summary>
/// An address and the length of its on-link prefix: <c>10.0.0.5/24</c>. Unlike <see cref="IPNetwork"/>, which
/// masks them, it keeps the host bits.
/// </summary>
public readonly record struct InterfaceAddress : ISpanParsable<InterfaceAddress>, ISpanFormattable
{
    private readonly IPAddress? _address;

    /// <summary>Makes an interface address.</summary>
    /// <param name="address">IPv4 or IPv6 address.</param>
    /// <param name="prefixLength">Length of the on-link prefix in bits: 0 to 32, for IPv6 0 to 128.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prefix is longer than the address.</exception>
    public InterfaceAddress(IPAddress address, int prefixLength)
    {
        ArgumentNullException.ThrowIfNull(address);
        int bits = BitsOf(address);
        if (prefixLength < 0 || prefixLength > bits)
        {
            throw new ArgumentOutOfRangeException(nameof(prefixLength), prefixLength, $"The prefix length of {address} is 0 to {bits}.");
        }

        _address = address;
        PrefixLength = prefixLength;
    }

    /// <summary>The address, host bits included.</summary>
    public IPAddress Address => _address ?? IPAddress.Any;

    /// <summary>Length of the on-link prefix in bits.</summary>
    public int PrefixLength { get; }

    /// <summary>The on-link prefix: the address without its host bits.</summary>
    public IPNetwork Network => new(Address, PrefixLength);

    /// <summary>Reads <c>10.0.0.5/24</c>; an address without a length stands for itself alone (/32, /128).</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static InterfaceAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out InterfaceAddress result)
            ? result
            : throw new FormatException($"'{s}' is not an interface address: an address and a prefix length are expected, as in 10.0.0.5/24.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static InterfaceAddress Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads an interface address; false if the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out InterfaceAddress result)
    {
        result = default;
        int slash = s.IndexOf('/');
        ReadOnlySpan<char> host = slash < 0 ? s : s[..slash];

        // The framework takes "10" for 0.0.0.10; nobody who writes 10/8 means that.
        if (!IPAddress.TryParse(host, out IPAddress? address)
            || (address.AddressFamily == AddressFamily.InterNetwork && host.Count('.') != 3))
        {
            return false;
        }

        int length = BitsOf(address);
        if (slash >= 0
            && (!int.TryParse(s[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int stated) || stated > length || (length = stated) < 0))
        {
            return false;
        }

        result = new InterfaceAddress(address, length);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out InterfaceAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InterfaceAddress result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}", out charsWritten);

    /// <summary>The address, a slash and the prefix length.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Whether address and prefix length are the same.</summary>
    public bool Equals(InterfaceAddress other) => PrefixLength == other.PrefixLength && Address.Equals(other.Address);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Address, PrefixLength);

    private static int BitsOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
}
