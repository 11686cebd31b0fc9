using Microsoft.CodeAnalysis;

namespace KubeNet.Architecture.Tests;

/// <summary>What the documentation shows compiles as it stands.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Samples => [.. DocumentSample.All.Select(static sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_compiles(string name)
    {
        DocumentSample sample = DocumentSample.All.Single(sample => sample.Name == name);

        Assert.DoesNotContain(sample.Compile(), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Every_package_and_page_has_samples() => Assert.Superset(
        new HashSet<string> { "README.md", "docs/netlink.md", "src/KubeNet.Netlink/README.md", "src/KubeNet.Testing/README.md", "src/KubeNet.Tunnels/README.md" },
        DocumentSample.All.Select(static sample => sample.Page).ToHashSet());

    [Fact]
    public void What_does_not_compile_is_found() =>
        Assert.Contains(new DocumentSample("page.md", 1, "RouteNetlink.Connekt();").Compile(), static diagnostic => diagnostic.Id == "CS0117");
}
