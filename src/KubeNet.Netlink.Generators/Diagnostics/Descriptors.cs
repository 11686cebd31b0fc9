using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Diagnostics;

/// <summary>What can be wrong with a record. Each message names the record, the property, the cause and the remedy.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error("KN0001", "Record is not partial",
        "The codec of '{0}' cannot be added because '{1}' is not partial. Declare '{1}' partial.");

    public static readonly DiagnosticDescriptor DuplicateId = Error("KN0002", "Attribute id is used twice",
        "'{0}.{1}' has attribute id {2} ({3}), which '{4}' has already. Give each property an id of its own.");

    public static readonly DiagnosticDescriptor HeaderOverlap = Error("KN0003", "Header fields overlap",
        "'{0}.{1}' stands in bytes {2} to {3} of the header, where '{4}' stands already. Correct the offset or the type of one of them.");

    public static readonly DiagnosticDescriptor HeaderOutside = Error("KN0004", "Header field is outside the header",
        "'{0}.{1}' needs bytes {2} to {3}, but the header has {4} bytes. Correct the offset, or set HeaderSize to the size of the kernel's struct.");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("KN0005", "Type cannot be a netlink attribute",
        "'{0}.{1}' has type '{2}', for which there is no codec. Use an integer, an enum, bool, string, IPAddress, MacAddress, Vni, NetlinkList<T>, an unmanaged struct or a [NetlinkRecord], or implement INetlinkValue<{2}>.");

    public static readonly DiagnosticDescriptor UnsupportedHeaderType = Error("KN0006", "Type cannot be a header field",
        "'{0}.{1}' has type '{2}', which has no place in a header. Use a non-nullable integer, an enum or bool: a header field is always there.");

    public static readonly DiagnosticDescriptor NotNullable = Error("KN0007", "Attribute is not nullable",
        "'{0}.{1}' cannot be absent because its type '{2}' is not nullable. Declare it '{2}?': null means that the attribute is absent.");

    public static readonly DiagnosticDescriptor IdOutOfRange = Error("KN0008", "Attribute id is out of range",
        "'{0}.{1}' has {2} {3}, but ids are 0 to 16383 because the two highest bits are flags. Use the kernel's constant without flags.");

    public static readonly DiagnosticDescriptor ItemIdWithoutList = Error("KN0009", "ItemId without a list",
        "'{0}.{1}' has ItemId {2}, but its form is {3}, which has no items. Set Form = AttributeForm.List, or leave ItemId out.");

    public static readonly DiagnosticDescriptor NoByteOrder = Error("KN0010", "Endian.Big on a value without byte order",
        "'{0}.{1}' has type '{2}', which has no byte order to choose. Leave Endian.Big out, or use an integer of 16 bits or more.");

    public static readonly DiagnosticDescriptor FormDoesNotFit = Error("KN0011", "Form does not fit the type",
        "'{0}.{1}' has type '{2}', which form {3} does not fit. {4}.");

    public static readonly DiagnosticDescriptor NotALinkKind = Error("KN0012", "Link kind does not derive from LinkKind",
        "'{0}' is declared as link kind '{1}' but does not derive from LinkKind. Derive it from KubeNet.Netlink.Links.LinkKind, or use [NetlinkRecord].");

    public static readonly DiagnosticDescriptor DuplicateKind = Error("KN0013", "Link kind is declared twice",
        "'{0}' is declared as link kind '{1}', which '{2}' is already. Give each kind the kernel's name for it.");

    public static readonly DiagnosticDescriptor NotSettable = Error("KN0014", "Property cannot be set",
        "'{0}.{1}' cannot be read from the wire because it has no init or set accessor. Add 'init'.");

    public static readonly DiagnosticDescriptor HeaderAndAttribute = Error("KN0015", "Property is header field and attribute",
        "'{0}.{1}' has both [NetlinkHeader] and [NetlinkAttribute], but a value stands in one place. Remove one of them, or make it two properties.");

    public static readonly DiagnosticDescriptor NotCreatable = Error("KN0016", "Record cannot be created",
        "'{0}' cannot be read from the wire because it {1}. Declare it as a class with a parameterless constructor and init properties.");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "KubeNet.Netlink", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
