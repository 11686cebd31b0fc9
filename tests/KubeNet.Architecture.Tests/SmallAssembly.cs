using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace KubeNet.Architecture.Tests;

/// <summary>Compiles a few lines that break a rule, to show that the rule bites.</summary>
internal static class SmallAssembly
{
    public static CompiledAssembly Compile(params (string Path, string Text)[] files)
    {
        var compilation = CSharpCompilation.Create(
            "Small",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: $"/home/someone/src/Small/{file.Path}", encoding: Encoding.UTF8)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

        var image = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));

        image.Position = symbols.Position = 0;
        return CompiledAssembly.Open(image, symbols);
    }
}
