using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KubeNet.Netlink.Links;

/// <summary>A link that exists, by its index or by one of its names. Both convert to it: <c>links.SetUp("eth0")</c>.</summary>
public readonly record struct LinkReference
{
    /// <summary>Bytes that an alternative name may have: 127 (<c>ALTIFNAMSIZ</c> less the final NUL).</summary>
    public const int MaximumNameLength = Interop.@if.ALTIFNAMSIZ - 1;

    /// <summary>The link of an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not positive.</exception>
    public LinkReference(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(index);
        Index = index;
    }

    /// <summary>The link of a name, be it the first or an alternative one.</summary>
    /// <exception cref="ArgumentException">No link can have the name.</exception>
    public LinkReference(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int length = Encoding.UTF8.GetByteCount(name);
        if (length > MaximumNameLength)
        {
            throw new ArgumentException(
                $"'{name}' cannot name an interface: it has {length} bytes, and at most {InterfaceName.MaximumLength}, or {MaximumNameLength} for an alternative name, are allowed.",
                nameof(name));
        }

        Name = name;
    }

    /// <summary>The index; 0 if the link is meant by name.</summary>
    public int Index { get; }

    /// <summary>The name; null if the link is meant by index.</summary>
    public string? Name { get; }

    /// <summary>Whether nothing is named, as in a default value.</summary>
    [MemberNotNullWhen(false, nameof(Name))]
    internal bool HasNoName => Name is null;

    /// <summary>Whether only <c>IFLA_ALT_IFNAME</c> can carry the name. A shorter alternative name is found by <c>IFLA_IFNAME</c> too.</summary>
    internal bool IsAlternativeOnly => Name is not null && Encoding.UTF8.GetByteCount(Name) > InterfaceName.MaximumLength;

    /// <summary>The link of an index.</summary>
    public static implicit operator LinkReference(int index) => new(index);

    /// <summary>The link of a name.</summary>
    public static implicit operator LinkReference(string name) => new(name);

    /// <summary>The link of an index.</summary>
    public static LinkReference FromInt32(int index) => new(index);

    /// <summary>The link of a name.</summary>
    public static LinkReference FromString(string name) => new(name);

    /// <summary><c>'eth0'</c> or <c>with index 3</c>.</summary>
    public override string ToString() => Name is not null ? $"'{Name}'" : string.Create(CultureInfo.InvariantCulture, $"with index {Index}");

    internal LinkReference Checked(string? parameterName = null) =>
        Index == 0 && Name is null ? throw new ArgumentException("The link is named neither by index nor by name.", parameterName) : this;
}
