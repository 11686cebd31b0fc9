using System.Reflection.Metadata;

namespace KubeNet.Architecture.Tests;

/// <summary>
/// Tells in which source folder a type is declared, by the documents that the symbols name. A namespace would not do:
/// several folders may share one.
/// </summary>
internal sealed class FolderMap
{
    public const string Root = "(root)";

    // Portable PDB: types without a sequence point of their own (enums, interfaces, constants) name their documents here.
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<TypeDefinitionHandle, string> _folders = [];

    public string? this[TypeDefinitionHandle type] => _folders.GetValueOrDefault(type);

    public IEnumerable<TypeDefinitionHandle> Types => _folders.Keys;

    public static FolderMap Read(CompiledAssembly assembly)
    {
        var map = new FolderMap();
        foreach (TypeDefinitionHandle handle in assembly.Metadata.TypeDefinitions)
        {
            // A nested type, the compiler's closures included, belongs to the type around it.
            TypeDefinitionHandle outermost = handle;
            while (assembly.Metadata.GetTypeDefinition(outermost).GetDeclaringType() is { IsNil: false } outer)
                outermost = outer;

            string? folder = DocumentsOf(assembly, outermost).Select(path => FolderOf(assembly.Name, path)).FirstOrDefault(f => f is not null);
            if (folder is not null)
                map._folders[handle] = folder;
        }

        return map;
    }

    private static IEnumerable<string> DocumentsOf(CompiledAssembly assembly, TypeDefinitionHandle type)
    {
        foreach (CustomDebugInformationHandle handle in assembly.Symbols.GetCustomDebugInformation(type))
        {
            CustomDebugInformation information = assembly.Symbols.GetCustomDebugInformation(handle);
            if (assembly.Symbols.GetGuid(information.Kind) != TypeDefinitionDocuments)
                continue;

            BlobReader rows = assembly.Symbols.GetBlobReader(information.Value);
            while (rows.RemainingBytes > 0)
                yield return PathOf(assembly, System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(rows.ReadCompressedInteger()));
        }

        foreach (MethodDefinitionHandle method in assembly.Metadata.GetTypeDefinition(type).GetMethods())
        {
            DocumentHandle document = assembly.Symbols.GetMethodDebugInformation(method.ToDebugInformationHandle()).Document;
            if (!document.IsNil)
                yield return PathOf(assembly, document);
        }
    }

    private static string PathOf(CompiledAssembly assembly, DocumentHandle document) =>
        assembly.Symbols.GetString(assembly.Symbols.GetDocument(document).Name);

    // ".../src/KubeNet.Netlink/Links/Link.cs" is in "Links"; generated files are elsewhere, in the build's output.
    private static string? FolderOf(string assembly, string path)
    {
        string project = $"/src/{assembly}/";
        int start = path.LastIndexOf(project, StringComparison.Ordinal);
        if (start < 0 || path.Contains("/artifacts/", StringComparison.Ordinal))
            return null;

        string relative = path[(start + project.Length)..];
        int end = relative.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? Root : relative[..end];
    }
}
