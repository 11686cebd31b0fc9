using System.Collections.Immutable;
using KubeNet.Netlink.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeNet.Architecture.Tests;

/// <summary>
/// A block of C# in a page: a program, which begins with the page's prelude if one stands before it. A block without using
/// directives is taken to have those of the packages.
/// </summary>
internal sealed record DocumentSample(string Page, int Line, string Text)
{
    private const string Prelude = "<!-- prelude -->";
    private const string Begin = "```csharp";
    private const string End = "```";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the SDK's ImplicitUsings gives a console program.</summary>
    private static readonly string s_implicitUsings = Usings(
        "global using ", "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks");

    private static readonly string s_packageUsings = Usings("using ", ["System.Net", .. PackageNamespaces()]);

    public static IReadOnlyList<DocumentSample> All { get; } = [.. Pages().SelectMany(ReadPage)];

    public string Name => $"{Page}:{Line}";

    public IEnumerable<Diagnostic> Compile()
    {
        string text = Text.StartsWith("using ", StringComparison.Ordinal) && !Text.StartsWith("using var", StringComparison.Ordinal) ? Text : s_packageUsings + Text;
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(text, s_parse, Page), CSharpSyntaxTree.ParseText(s_implicitUsings, s_parse, "Usings.cs")],
            s_references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new NetlinkRecordGenerator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generator, TestContext.Current.CancellationToken);
        return output.GetDiagnostics(TestContext.Current.CancellationToken).Concat(generator);
    }

    private static IEnumerable<string> Pages()
    {
        string root = CompiledAssembly.RepositoryRoot;
        return Directory.EnumerateFiles(root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "README.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path));
    }

    private static IEnumerable<DocumentSample> ReadPage(string page)
    {
        string[] lines = File.ReadAllLines(Path.Combine(CompiledAssembly.RepositoryRoot, page));
        string prelude = string.Empty;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Begin)
                continue;

            int end = Array.IndexOf(lines, End, i);
            string text = string.Join('\n', lines[(i + 1)..end]) + "\n";
            yield return new DocumentSample(page, i + 1, prelude + text);
            if (i > 0 && lines[i - 1] == Prelude)
                prelude = text;
            i = end;
        }
    }

    private static IEnumerable<string> PackageNamespaces() => CompiledAssembly.PackagePaths
        .SelectMany(path => System.Reflection.Assembly.LoadFrom(path).GetExportedTypes())
        .Select(type => type.Namespace!)
        .Where(name => name.StartsWith("KubeNet.", StringComparison.Ordinal))
        .Distinct();

    private static string Usings(string directive, params IEnumerable<string> names) => string.Concat(names.Select(name => $"{directive}{name};\n"));
}
