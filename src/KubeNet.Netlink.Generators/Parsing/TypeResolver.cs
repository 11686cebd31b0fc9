using System.Linq;
using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Finds the codec that a C# type has.</summary>
internal static class TypeResolver
{
    /// <summary>The codec of one value of a type that is not nullable; null if there is none.</summary>
    public static ValueCodec? Resolve(ITypeSymbol type)
    {
        string name = NameOf(type);
        if (ResolveInteger(type) is { } integer)
            return integer;

        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return new ValueCodec(CodecKind.Text, name);
            case not SpecialType.None:
                return null;
        }

        switch (type.OriginalDefinition.ToDisplayString())
        {
            case KnownNames.IPAddress:
                return new ValueCodec(CodecKind.IPAddress, name);
            case KnownNames.MacAddress:
                return new ValueCodec(CodecKind.MacAddress, name);
            case KnownNames.Vni:
                return new ValueCodec(CodecKind.Vni, name, Size: 4);
            case KnownNames.NetlinkList:
                return ItemOf(type)!.SpecialType == SpecialType.System_Byte ? new ValueCodec(CodecKind.Bytes, name) : null;
        }

        if (IsRecord(type))
            return new ValueCodec(CodecKind.Record, name);
        if (type.AllInterfaces.Any(i => IsSelf(i, KnownNames.NetlinkValueInterface, type)))
            return new ValueCodec(CodecKind.Value, name);
        return type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true } ? new ValueCodec(CodecKind.Struct, name) : null;
    }

    /// <summary>The codec of an integer, an enum or bool; null for another type.</summary>
    public static ValueCodec? ResolveInteger(ITypeSymbol type)
    {
        string name = NameOf(type);
        ITypeSymbol underlying = type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } integer } ? integer : type;
        bool isEnum = !ReferenceEquals(underlying, type);
        return underlying.SpecialType switch
        {
            SpecialType.System_Boolean => new ValueCodec(CodecKind.Boolean, name, 1),
            SpecialType.System_Byte => new ValueCodec(CodecKind.Integer, name, 1, !isEnum),
            SpecialType.System_SByte => new ValueCodec(CodecKind.Integer, name, 1, IsPlain: false),
            SpecialType.System_UInt16 => new ValueCodec(CodecKind.Integer, name, 2, !isEnum),
            SpecialType.System_Int16 => new ValueCodec(CodecKind.Integer, name, 2, IsPlain: false),
            SpecialType.System_UInt32 => new ValueCodec(CodecKind.Integer, name, 4, !isEnum),
            SpecialType.System_Int32 => new ValueCodec(CodecKind.Integer, name, 4, IsPlain: false),
            SpecialType.System_UInt64 => new ValueCodec(CodecKind.Integer, name, 8, !isEnum),
            SpecialType.System_Int64 => new ValueCodec(CodecKind.Integer, name, 8, IsPlain: false),
            _ => null,
        };
    }

    /// <summary>The type without its question mark, and whether it had one.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type, out bool isNullable)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            isNullable = true;
            return nullable.TypeArguments[0];
        }

        isNullable = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    }

    /// <summary>The items of a <c>NetlinkList</c>; null for another type.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } list && list.OriginalDefinition.ToDisplayString() == KnownNames.NetlinkList
            ? list.TypeArguments[0]
            : null;

    // Within the compilation the interface is about to be generated, so the attribute stands for it.
    private static bool IsRecord(ITypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() is KnownNames.NetlinkRecordAttribute or KnownNames.LinkKindAttribute)
        || type.AllInterfaces.Any(i => IsSelf(i, KnownNames.NetlinkRecordInterface, type));

    private static bool IsSelf(INamedTypeSymbol implemented, string name, ITypeSymbol type) =>
        implemented.OriginalDefinition.ToDisplayString() == name
        && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type);

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
