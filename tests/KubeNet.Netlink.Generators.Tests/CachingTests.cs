using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class CachingTests
{
    private readonly Snippet _snippet = Snippet.Of("""
        [NetlinkRecord(HeaderSize = 4)] public sealed partial record Sample
        {
            [NetlinkHeader(0)] public byte Family { get; init; }
            [NetlinkAttribute(1)] public uint? Mtu { get; init; }
        }
        [LinkKind("dummy")] public sealed partial record DummyLink : LinkKind;
        namespace KubeNet.Netlink.Links
        {
            internal static partial class LinkKindRegistry
            {
                public static partial LinkKind? Read(string name, ReadOnlySpan<byte> data);
                public static partial NetlinkAttributeTable? TableOf(string name);
            }
        }
        """);

    [Fact]
    public void An_unrelated_file_changes_nothing()
    {
        GeneratorRunResult result = RunAgain(_snippet.Compilation.AddSyntaxTrees(Parse("internal static class Unrelated;", "Unrelated.cs")));

        AssertNothingNew(result, "Records", "LinkKinds", "Models", "Registry", "RegistryDeclaration");
        Assert.All(result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs), output =>
            Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Moving_a_record_within_its_file_writes_nothing_anew()
    {
        GeneratorRunResult result = RunAgain(Replace("[NetlinkRecord", "// A comment.\n\n[NetlinkRecord"));

        AssertNothingNew(result, "Records", "Models", "Registry", "RegistryDeclaration");
    }

    [Fact]
    public void A_changed_attribute_writes_its_record_anew_and_no_other()
    {
        GeneratorRunResult result = RunAgain(Replace("[NetlinkAttribute(1)]", "[NetlinkAttribute(2)]"));

        Assert.Single(result.TrackedSteps["Models"].SelectMany(step => step.Outputs), output => output.Reason == IncrementalStepRunReason.Modified);
        AssertNothingNew(result, "Registry", "RegistryDeclaration");
    }

    [Fact]
    public void The_same_source_gives_the_same_text()
    {
        Assert.Equal(_snippet.Run().Files, _snippet.Run().Files);
    }

    private GeneratorRunResult RunAgain(Compilation edited)
    {
        GeneratorDriver driver = _snippet.Driver.RunGenerators(_snippet.Compilation, TestContext.Current.CancellationToken);
        return driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private CSharpCompilation Replace(string old, string text) => _snippet.Compilation.ReplaceSyntaxTree(
        _snippet.Tree, Parse(_snippet.Text.Replace(old, text, StringComparison.Ordinal), "Snippet.cs"));

    private SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(
        text, (CSharpParseOptions)_snippet.Tree.Options, path, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertNothingNew(GeneratorRunResult result, params string[] steps)
    {
        foreach (string step in steps)
        {
            Assert.All(result.TrackedSteps[step].SelectMany(run => run.Outputs), output =>
                Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {output.Reason}"));
        }
    }
}
