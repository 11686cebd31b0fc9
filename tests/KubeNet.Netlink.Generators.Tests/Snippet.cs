using System.Collections.Immutable;
using KubeNet.Netlink.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace KubeNet.Netlink.Generators.Tests;

/// <summary>Code that is compiled with the generator. What stands in <c>[|…|]</c> is where a diagnostic is expected.</summary>
internal sealed class Snippet
{
    private const string Usings = """
        using System;
        using System.Net;
        using KubeNet.Netlink;
        using KubeNet.Netlink.Links;
        using KubeNet.Netlink.Protocol;

        """;

    /// <summary>What the links' folder declares, so that the tests need not wait for it nor depend on it.</summary>
    public const string Links = """
        namespace KubeNet.Netlink.Links
        {
            using System;
            using KubeNet.Netlink.Protocol;

            [AttributeUsage(AttributeTargets.Class, Inherited = false)]
            public sealed class LinkKindAttribute(string name) : Attribute { public string Name { get; } = name; }

            public abstract record LinkKind : INetlinkBody
            {
                public abstract string Name { get; }
                public abstract int HeaderLength { get; }
                public abstract NetlinkAttributeTable? Attributes { get; }
                public abstract void Write(ref NetlinkWriter writer);
            }
        }
        """;

    private static readonly CSharpParseOptions s_parse =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal))
            .Append(typeof(NetlinkWriter).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private Snippet(string text)
    {
        int start = text.IndexOf("[|", StringComparison.Ordinal);
        int end = text.IndexOf("|]", StringComparison.Ordinal);
        Expected = start < 0 ? default : TextSpan.FromBounds(start, end - 2);
        Text = text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Tree = CSharpSyntaxTree.ParseText(Text, s_parse, "Snippet.cs");
        Compilation = CSharpCompilation.Create(
            "Snippet",
            [Tree, CSharpSyntaxTree.ParseText(Links, s_parse, "Links.cs")],
            s_references,
            // Links are declared here and, once they are built, in the library; this assembly's win.
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("CS0436", ReportDiagnostic.Suppress), new("CS1591", ReportDiagnostic.Suppress)]));
        Driver = CSharpGeneratorDriver.Create(
            [new NetlinkRecordGenerator().AsSourceGenerator()],
            parseOptions: s_parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public string Text { get; }

    public TextSpan Expected { get; }

    public SyntaxTree Tree { get; }

    public CSharpCompilation Compilation { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>A snippet with the usual usings before it.</summary>
    public static Snippet Of(string code) => new(Usings + code);

    /// <summary>Runs the generator: its diagnostics, its files by name, and everything compiled.</summary>
    public (ImmutableArray<Diagnostic> Diagnostics, Dictionary<string, string> Files, Compilation Output) Run()
    {
        GeneratorDriver driver = Driver.RunGeneratorsAndUpdateCompilation(
            Compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, TestContext.Current.CancellationToken);
        Dictionary<string, string> files = driver.GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(file => file.HintName, file => file.SourceText.ToString());
        return (diagnostics, files, output);
    }
}
