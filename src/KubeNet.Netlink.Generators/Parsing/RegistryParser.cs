using System.Linq;
using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Finds the registry of link kinds, which only the assembly that declares <c>LinkKind</c> has.</summary>
internal static class RegistryParser
{
    public static RegistryModel? Parse(Compilation compilation)
    {
        if (compilation.Assembly.GetTypeByMetadataName(KnownNames.LinkKind) is null
            || compilation.Assembly.GetTypeByMetadataName(KnownNames.LinkKindRegistry) is not { } registry)
        {
            return null;
        }

        IMethodSymbol? read = FindMethod(registry, "Read", parameters: 2);
        IMethodSymbol? tableOf = FindMethod(registry, "TableOf", parameters: 1);
        return read is null || tableOf is null
            ? null
            : new RegistryModel(
                $"static partial class {registry.Name}",
                Signature(read),
                read.Parameters[0].Name,
                read.Parameters[1].Name,
                Signature(tableOf),
                tableOf.Parameters[0].Name);
    }

    private static IMethodSymbol? FindMethod(INamedTypeSymbol registry, string name, int parameters) =>
        registry.GetMembers(name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.IsPartialDefinition && m.Parameters.Length == parameters);

    private static string Signature(IMethodSymbol method)
    {
        string parameters = string.Join(", ", method.Parameters.Select(p => $"{Name(p.Type)} {p.Name}"));
        return $"{SyntaxFacts.GetText(method.DeclaredAccessibility)} static partial {Name(method.ReturnType)} {method.Name}({parameters})";
    }

    private static string Name(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
