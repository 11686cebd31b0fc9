using System.Globalization;

namespace KubeNet.Netlink;

/// <summary>A VXLAN network identifier, 0 to 16777215 (RFC 7348 §5).</summary>
public readonly record struct Vni : IComparable<Vni>
{
    /// <summary>The highest identifier: 16777215.</summary>
    public const uint Maximum = 0xff_ffff;

    /// <summary>Makes an identifier of its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number needs more than 24 bits.</exception>
    public Vni(uint value)
    {
        if (value > Maximum)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A VXLAN network identifier has 24 bits: 0 to {Maximum}.");
        }

        Value = value;
    }

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>The number of the identifier.</summary>
    public static implicit operator uint(Vni vni) => vni.Value;

    /// <summary>The identifier of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number needs more than 24 bits.</exception>
    public static explicit operator Vni(uint value) => new(value);

    /// <summary>The number of the identifier.</summary>
    public uint ToUInt32() => Value;

    /// <summary>The identifier of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number needs more than 24 bits.</exception>
    public static Vni FromUInt32(uint value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(Vni other) => Value.CompareTo(other.Value);

    /// <summary>Whether one identifier is below the other.</summary>
    public static bool operator <(Vni left, Vni right) => left.Value < right.Value;

    /// <summary>Whether one identifier is above the other.</summary>
    public static bool operator >(Vni left, Vni right) => left.Value > right.Value;

    /// <summary>Whether one identifier is not above the other.</summary>
    public static bool operator <=(Vni left, Vni right) => left.Value <= right.Value;

    /// <summary>Whether one identifier is not below the other.</summary>
    public static bool operator >=(Vni left, Vni right) => left.Value >= right.Value;

    /// <summary>The number in decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
