namespace KubeNet.Netlink.Generators.Models;

/// <summary>A record, as far as its codec depends on it. Holds no symbol, no syntax and no position.</summary>
/// <param name="HintName">Name of the generated file.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">The partial types around it, outermost first, as declarations.</param>
/// <param name="Declaration">For example <c>partial record VxlanLink</c>.</param>
/// <param name="Type">Fully qualified.</param>
/// <param name="Name">As people call it.</param>
/// <param name="HeaderSize">Bytes before the attributes.</param>
/// <param name="KindName">The link kind, or null for another record.</param>
/// <param name="Inherited">Members that the base class or the record itself declares already.</param>
/// <param name="Header">Fields of the header.</param>
/// <param name="Attributes">Attributes in the order in which they are written.</param>
internal sealed record RecordModel(
    string HintName,
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Type,
    string Name,
    int HeaderSize,
    string? KindName,
    InheritedMembers Inherited,
    EquatableArray<HeaderField> Header,
    EquatableArray<AttributeModel> Attributes);
