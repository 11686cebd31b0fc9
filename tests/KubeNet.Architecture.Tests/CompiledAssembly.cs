using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KubeNet.Architecture.Tests;

/// <summary>A compiled assembly with its symbols, opened for reading.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly MetadataReaderProvider _symbols;

    private CompiledAssembly(Stream image, Stream symbols)
    {
        Image = new PEReader(image, PEStreamOptions.PrefetchEntireImage);
        _symbols = MetadataReaderProvider.FromPortablePdbStream(symbols, MetadataStreamOptions.PrefetchMetadata);
        Metadata = Image.GetMetadataReader();
        Symbols = _symbols.GetMetadataReader();
        Name = Metadata.GetString(Metadata.GetAssemblyDefinition().Name);
        Folders = FolderMap.Read(this);
    }

    public PEReader Image { get; }

    public MetadataReader Metadata { get; }

    public MetadataReader Symbols { get; }

    public string Name { get; }

    public FolderMap Folders { get; }

    public IEnumerable<string> References =>
        Metadata.AssemblyReferences.Select(handle => Metadata.GetString(Metadata.GetAssemblyReference(handle).Name));

    /// <summary>The packages stand beside this program, since it references them all.</summary>
    public static IReadOnlyList<string> PackagePaths { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "KubeNet.*.dll")
            .Where(path => Path.GetFileName(path) is not ("KubeNet.Architecture.Tests.dll" or "KubeNet.Netlink.Generators.dll"))
            .Order(StringComparer.Ordinal),
    ];

    public static string RepositoryRoot { get; } = FindRoot();

    public static TheoryData<string> PackageNames => [.. PackagePaths.Select(path => Path.GetFileNameWithoutExtension(path))];

    public static CompiledAssembly OpenPackage(string name) => Open(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public static CompiledAssembly Open(string path) =>
        new(File.OpenRead(path), File.OpenRead(Path.ChangeExtension(path, ".pdb")));

    public static CompiledAssembly Open(Stream image, Stream symbols) => new(image, symbols);

    public void Dispose()
    {
        Image.Dispose();
        _symbols.Dispose();
    }

    private static string FindRoot()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "KubeNet.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("KubeNet.sln is not above the test program.");
        return root;
    }
}
