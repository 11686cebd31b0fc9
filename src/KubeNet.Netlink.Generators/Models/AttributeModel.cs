namespace KubeNet.Netlink.Generators.Models;

/// <summary>A property that is a netlink attribute.</summary>
/// <param name="Property">Its name, escaped where it is a keyword.</param>
/// <param name="Id">Attribute type, 0 to 16383.</param>
/// <param name="KernelName">The constant that stands for the id, or the number.</param>
/// <param name="PathName">What an error's path calls it; empty = nothing.</param>
/// <param name="Codec">Codec of the value, or of each item.</param>
/// <param name="Occurrence">One value or several.</param>
/// <param name="ItemId">Attribute type of each item of a list; 0 = numbered from 1.</param>
/// <param name="IsReadOnly">Whether the kernel only reports it.</param>
/// <param name="IsNullable">Whether the property can be null; only a flag may say no.</param>
internal sealed record AttributeModel(
    string Property,
    int Id,
    string KernelName,
    string PathName,
    ValueCodec Codec,
    Occurrence Occurrence,
    int ItemId,
    bool IsReadOnly,
    bool IsNullable)
{
    /// <summary>Name of the local variable or function that belongs to the property; the prefix keeps it apart from every other.</summary>
    public string Local(string prefix) => prefix + Property.TrimStart('@');
}
