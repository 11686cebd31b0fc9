using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using KubeNet.Netlink.Generators.Diagnostics;
using KubeNet.Netlink.Generators.Emission;
using KubeNet.Netlink.Generators.Models;
using KubeNet.Netlink.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeNet.Netlink.Generators;

/// <summary>Writes the codec of each record that declares its netlink attributes.</summary>
[Generator]
public sealed class NetlinkRecordGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RecordResult> records = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.NetlinkRecordAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                RecordParser.ParseRecord)
            .Where(static result => result is not null)
            .Select(static (result, _) => result!)
            .WithTrackingName("Records");
        IncrementalValuesProvider<RecordResult> kinds = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.LinkKindAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                RecordParser.ParseLinkKind)
            .WithTrackingName("LinkKinds");

        RegisterRecords(context, records);
        RegisterRecords(context, kinds);
        RegisterRegistry(context, kinds);
    }

    // The code depends on the model alone, so moving a declaration within its file writes nothing anew.
    private static void RegisterRecords(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<RecordResult> results)
    {
        context.RegisterSourceOutput(
            results.SelectMany(static (result, _) => result.Diagnostics).WithTrackingName("Diagnostics"),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            results.Select(static (result, _) => result.Record).WithTrackingName("Models"),
            static (output, record) =>
            {
                if (record is not null)
                    output.AddSource(record.HintName, SourceText.From(RecordEmitter.Emit(record), Encoding.UTF8));
            });
    }

    private static void RegisterRegistry(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<RecordResult> kinds)
    {
        context.RegisterSourceOutput(kinds.Collect(), static (output, all) => ReportDuplicateKinds(output, all));

        IncrementalValueProvider<EquatableArray<LinkKindModel>> entries = kinds
            .Select(static (result, _) => result.Record is { KindName: { } name } record ? new LinkKindModel(name, record.Type) : null)
            .Collect()
            .Select(static (all, _) => new EquatableArray<LinkKindModel>(Distinct(all)))
            .WithTrackingName("Registry");
        IncrementalValueProvider<RegistryModel?> registry = context.CompilationProvider
            .Select(static (compilation, _) => RegistryParser.Parse(compilation))
            .WithTrackingName("RegistryDeclaration");
        context.RegisterSourceOutput(entries.Combine(registry), static (output, pair) =>
        {
            if (pair.Right is { } declared)
                output.AddSource("LinkKindRegistry.g.cs", SourceText.From(RegistryEmitter.Emit(declared, pair.Left), Encoding.UTF8));
        });
    }

    private static LinkKindModel[] Distinct(ImmutableArray<LinkKindModel?> kinds) =>
    [
        .. kinds.OfType<LinkKindModel>()
            .GroupBy(static kind => kind.Kind)
            .Select(static same => same.First())
            .OrderBy(static kind => kind.Kind, System.StringComparer.Ordinal),
    ];

    private static void ReportDuplicateKinds(SourceProductionContext output, ImmutableArray<RecordResult> kinds)
    {
        var first = new Dictionary<string, string>();
        foreach (RecordResult kind in kinds)
        {
            if (kind.Record is not { KindName: { } name } record)
                continue;
            if (!first.TryGetValue(name, out string? owner))
                first.Add(name, record.Name);
            else
                output.ReportDiagnostic(Diagnostic.Create(Descriptors.DuplicateKind, kind.Location?.ToLocation(), record.Name, name, owner));
        }
    }
}
