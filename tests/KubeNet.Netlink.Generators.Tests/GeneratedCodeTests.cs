using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("[NetlinkRecord] public sealed partial record Empty;")]
    [InlineData("[NetlinkRecord(HeaderSize = 3)] public sealed partial record HeaderOnly { [NetlinkHeader(2)] public byte Family { get; init; } }")]
    [InlineData("[NetlinkRecord(HeaderSize = 20)] public sealed partial record Opaque { [NetlinkAttribute(1)] public uint? Mtu { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial class Plain { [NetlinkAttribute(1)] public uint? Mtu { get; set; } }")]
    [InlineData("namespace A.B; public partial class Outer { internal partial struct Middle { [NetlinkRecord] internal sealed partial record Inner { [NetlinkAttribute(1)] public uint? Mtu { get; init; } } } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Keyword { [NetlinkAttribute(1)] public uint? @class { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Required { [NetlinkAttribute(1)] public required string? Name { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Generic<T> where T : class { [NetlinkAttribute(1)] public string? Name { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Own { [NetlinkAttribute(1)] public string? Name { get; init; } public NetlinkList<RawAttribute> UnknownAttributes { get; init; } = []; }")]
    [InlineData("public abstract record Base { [NetlinkAttribute(1)] public uint? Shared { get; init; } } [NetlinkRecord] public sealed partial record Derived : Base { [NetlinkAttribute(2)] public uint? Own { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Recursive { [NetlinkAttribute(1, Form = AttributeForm.List)] public NetlinkList<Recursive>? Children { get; init; } }")]
    [InlineData("[NetlinkRecord] public sealed partial record Old { [Obsolete(\"Gone.\"), NetlinkAttribute(1)] public uint? Mtu { get; init; } }")]
    [InlineData("[NetlinkRecord, LinkKind(\"both\")] public sealed partial record BothLink : LinkKind;")]
    [InlineData("[LinkKind(\"dummy\")] public sealed partial record DummyLink : LinkKind { [NetlinkAttribute(1)] public uint? Mtu { get; init; } }")]
    public void Code_compiles_without_a_warning(string code)
    {
        var (diagnostics, files, output) = Snippet.Of(code).Run();

        Assert.Empty(diagnostics);
        Assert.Single(files);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Public_members_are_documented()
    {
        var snippet = Snippet.Of("""
            /// <summary>A sample.</summary>
            [NetlinkRecord(HeaderSize = 4)] public sealed partial record Sample
            {
                /// <summary>The family.</summary>
                [NetlinkHeader(0)] public byte Family { get; init; }
            }

            /// <summary>A link.</summary>
            [LinkKind("dummy")] public sealed partial record DummyLink : LinkKind;
            """);
        Compilation output = snippet.Run().Output;
        output = output.WithOptions(output.Options.WithSpecificDiagnosticOptions(
            [new("CS0436", ReportDiagnostic.Suppress), new("CS1591", ReportDiagnostic.Warn)]));

        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath != "Links.cs"));
    }

    [Fact]
    public void A_constant_keeps_its_name_however_it_is_written()
    {
        string text = Snippet.Of("""
            internal static class if_link { internal const ushort IFLA_MTU = 4; internal const int IFLA_LINK = 5; }
            [NetlinkRecord] public sealed partial record Sample
            {
                private const int Local = 6;
                [NetlinkAttribute(if_link.IFLA_MTU)] public uint? Mtu { get; init; }
                [NetlinkAttribute((ushort)(if_link.IFLA_LINK))] public uint? Parent { get; init; }
                [NetlinkAttribute(id: Local)] public uint? Named { get; init; }
                [NetlinkAttribute(Local + 1)] public uint? Sum { get; init; }
            }
            """).Run().Files["Sample.g.cs"];

        Assert.Contains("(4, \"Mtu\", \"IFLA_MTU\")", text, StringComparison.Ordinal);
        Assert.Contains("(5, \"Parent\", \"IFLA_LINK\")", text, StringComparison.Ordinal);
        Assert.Contains("(6, \"Named\", \"Local\")", text, StringComparison.Ordinal);
        Assert.Contains("(7, \"Sum\", \"7\")", text, StringComparison.Ordinal);
    }
}
