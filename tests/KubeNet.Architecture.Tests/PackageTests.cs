using System.Reflection.Metadata;

namespace KubeNet.Architecture.Tests;

public sealed class PackageTests
{
    private const string Core = "KubeNet.Netlink";

    private static readonly string[] AllowedOutside =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Tmds.LibC",
    ];

    [Theory]
    [MemberData(nameof(CompiledAssembly.PackageNames), MemberType = typeof(CompiledAssembly))]
    public void A_package_references_the_framework_the_abstractions_and_the_core_only(string package)
    {
        using CompiledAssembly assembly = CompiledAssembly.OpenPackage(package);

        Assert.Empty(Forbidden(assembly));
    }

    [Theory]
    [MemberData(nameof(CompiledAssembly.PackageNames), MemberType = typeof(CompiledAssembly))]
    public void Interop_does_not_show_in_public(string package)
    {
        using CompiledAssembly assembly = CompiledAssembly.OpenPackage(package);

        Assert.Empty(PublicInterop(assembly));
        Assert.Empty(PublicSurface.MembersThatName(assembly.Metadata, "Tmds.LibC"));
    }

    [Theory]
    [MemberData(nameof(CompiledAssembly.PackageNames), MemberType = typeof(CompiledAssembly))]
    public void Internals_are_shown_to_tests_only(string package)
    {
        using CompiledAssembly assembly = CompiledAssembly.OpenPackage(package);

        Assert.All(Friends(assembly), friend => Assert.Matches(@"^KubeNet\.(\w+\.)*(\w*Tests|Fuzz|Bench)$", friend));
    }

    [Fact]
    public void All_packages_are_looked_at()
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(Path.Combine(CompiledAssembly.RepositoryRoot, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.EndsWith(".Generators", StringComparison.Ordinal));

        Assert.Equal(projects.Order(StringComparer.Ordinal), CompiledAssembly.PackagePaths.Select(path => Path.GetFileNameWithoutExtension(path)));
    }

    [Fact]
    public void A_forbidden_reference_is_found()
    {
        // Roslyn stands for any library that a package must not need.
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("A.cs", "public class A { public object Make() => Microsoft.CodeAnalysis.Location.None; }"));

        Assert.Equal(["Microsoft.CodeAnalysis"], Forbidden(assembly));
    }

    [Fact]
    public void Public_interop_is_found()
    {
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("Interop/netlink.cs", "namespace Small.Interop; public static class netlink { public struct nlmsghdr; internal struct hidden; } internal static class libc;"));

        Assert.Equal(["Small.Interop.netlink", "Small.Interop.netlink.nlmsghdr"], PublicInterop(assembly));
    }

    [Theory]
    [InlineData("public Microsoft.CodeAnalysis.Location? Field;", "A.Field")]
    [InlineData("protected void Do(System.Collections.Generic.List<Microsoft.CodeAnalysis.Location[]> list) { }", "A.Do")]
    [InlineData("public void Do<T>() where T : Microsoft.CodeAnalysis.Location { }", "A.Do")]
    public void A_type_of_another_assembly_in_a_public_signature_is_found(string member, string expected)
    {
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("A.cs", $"public class A {{ {member} private Microsoft.CodeAnalysis.Location? hidden; internal object? Hide() => hidden = null; }}"));

        Assert.Equal([expected], PublicSurface.MembersThatName(assembly.Metadata, "Microsoft.CodeAnalysis"));
    }

    [Fact]
    public void Internals_shown_to_another_package_are_found()
    {
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("A.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"KubeNet.Tunnels\")]"));

        Assert.Equal(["KubeNet.Tunnels"], Friends(assembly));
    }

    private static IEnumerable<string> Forbidden(CompiledAssembly assembly) => assembly.References.Where(reference =>
        reference.Split('.')[0] != "System"
        && !reference.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
        && !AllowedOutside.Contains(reference)
        && (reference != Core || assembly.Name == Core));

    private static IEnumerable<string> PublicInterop(CompiledAssembly assembly) => PublicSurface.Types(assembly.Metadata)
        .Where(type => assembly.Folders[type] == "Interop")
        .Select(type => TypeNames.Of(assembly.Metadata, type));

    private static IEnumerable<string> Friends(CompiledAssembly assembly)
    {
        MetadataReader metadata = assembly.Metadata;
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;

            EntityHandle type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) != "InternalsVisibleToAttribute")
                continue;

            // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's only argument.
            BlobReader value = metadata.GetBlobReader(attribute.Value);
            value.Offset = 2;
            yield return value.ReadSerializedString()!.Split(',')[0];
        }
    }
}
