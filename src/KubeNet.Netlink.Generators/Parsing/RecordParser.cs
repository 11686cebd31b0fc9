using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KubeNet.Netlink.Generators.Diagnostics;
using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Turns a declaration into a model, or into diagnostics.</summary>
internal static class RecordParser
{
    /// <summary>Reads a type with <c>[NetlinkRecord]</c>; null if it is a link kind, which is read as such.</summary>
    public static RecordResult? ParseRecord(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        AttributeArguments.Find(context.TargetSymbol, KnownNames.LinkKindAttribute) is null ? Parse(context, null, cancellation) : null;

    /// <summary>Reads a type with <c>[LinkKind]</c>.</summary>
    public static RecordResult ParseLinkKind(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Parse(context, context.Attributes[0].ConstructorArguments.FirstOrDefault().Value as string ?? "", cancellation);

    private static RecordResult Parse(GeneratorAttributeSyntaxContext context, string? kind, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var diagnostics = new List<DiagnosticInfo>();
        bool canGenerate = IsPartial(type, diagnostics) && IsCreatable(type, diagnostics);
        if (kind is not null && !BasesOf(type).Any(b => b.ToDisplayString() == KnownNames.LinkKind))
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.NotALinkKind, type, type.Name, kind));
            canGenerate = false;
        }

        int headerSize = (int)context.Attributes[0].Integer("HeaderSize");
        var properties = new PropertyParser(type, headerSize, context.SemanticModel, diagnostics);
        foreach (IPropertySymbol property in PropertiesOf(type))
            properties.Parse(property, cancellation);

        var record = new RecordModel(
            HintNameOf(type),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<string>([.. ContainersOf(type).Select(Declare)]),
            Declare(type),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.Name,
            headerSize,
            kind,
            InheritedOf(type),
            new EquatableArray<HeaderField>([.. properties.Header]),
            new EquatableArray<AttributeModel>([.. properties.Attributes]));
        return new RecordResult(
            canGenerate ? record : null,
            kind is null ? null : LocationInfo.Of(type),
            new EquatableArray<DiagnosticInfo>([.. diagnostics]));
    }

    private static bool IsPartial(INamedTypeSymbol type, List<DiagnosticInfo> diagnostics)
    {
        foreach (INamedTypeSymbol candidate in ContainersOf(type).Append(type))
        {
            bool isPartial = candidate.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax())
                .OfType<TypeDeclarationSyntax>()
                .Any(syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (!isPartial)
            {
                diagnostics.Add(DiagnosticInfo.Create(Descriptors.NotPartial, candidate, type.Name, candidate.Name));
                return false;
            }
        }

        return true;
    }

    private static bool IsCreatable(INamedTypeSymbol type, List<DiagnosticInfo> diagnostics)
    {
        string? obstacle = type.IsAbstract ? "is abstract"
            : type.InstanceConstructors.All(constructor => constructor.Parameters.Length > 0) ? "has no constructor without parameters"
            : null;
        if (obstacle is not null)
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.NotCreatable, type, type.Name, obstacle));
        return obstacle is null;
    }

    // A base class may hold attributes that several kinds share; they come first.
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>();
        return BasesOf(type).Reverse().Append(type)
            .SelectMany(t => t.GetMembers().OfType<IPropertySymbol>())
            .Where(property => !property.IsStatic && !property.IsIndexer && seen.Add(property.Name));
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    private static Stack<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type.ContainingType; current is not null; current = current.ContainingType)
            containers.Push(current);
        return containers;
    }

    private static InheritedMembers InheritedOf(INamedTypeSymbol type)
    {
        InheritedMembers inherited = type.GetMembers("UnknownAttributes").IsEmpty ? InheritedMembers.None : InheritedMembers.UnknownAttributes;
        if (type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && !c.IsImplicitlyDeclared))
            inherited |= InheritedMembers.Constructor;
        foreach (INamedTypeSymbol current in BasesOf(type))
        {
            foreach (ISymbol member in current.GetMembers())
            {
                bool isOverridable = member.IsAbstract || member.IsVirtual || member.IsOverride;
                inherited |= (member.Name, member) switch
                {
                    ("Name", IPropertySymbol) when isOverridable => InheritedMembers.Name,
                    ("Write", IMethodSymbol { Parameters.Length: 1 }) when isOverridable => InheritedMembers.Write,
                    ("Attributes", IPropertySymbol) when isOverridable => InheritedMembers.Attributes,
                    ("HeaderLength", IPropertySymbol) when isOverridable => InheritedMembers.HeaderLength,
                    ("UnknownAttributes", IPropertySymbol) => InheritedMembers.UnknownAttributes,
                    _ => InheritedMembers.None,
                };
            }
        }

        return inherited;
    }

    private static string Declare(INamedTypeSymbol type)
    {
        string keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        return $"partial {keyword} {type.ToDisplayString(s_declaration)}";
    }

    private static readonly SymbolDisplayFormat s_declaration = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static string HintNameOf(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')]) + ".g.cs";
    }
}
