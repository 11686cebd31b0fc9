using System.Reflection;
using System.Runtime.Loader;
using KubeNet.Netlink.Protocol;
using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class LinkKindTests
{
    private const string Kinds = """
        [LinkKind("dummy")] public sealed partial record DummyLink : LinkKind
        {
            [NetlinkAttribute(1)] public uint? Number { get; init; }
        }
        [LinkKind("veth")] public sealed partial record VethLink : LinkKind;

        """;

    private const string Registry = """
        namespace KubeNet.Netlink.Links
        {
            internal static partial class LinkKindRegistry
            {
                internal static partial LinkKind? Read(string kind, ReadOnlySpan<byte> payload);
                internal static partial NetlinkAttributeTable? TableOf(string kind);
            }

            public static class Front
            {
                public static INetlinkBody? Read(string kind, byte[] data) => LinkKindRegistry.Read(kind, data);
                public static NetlinkAttributeTable? TableOf(string kind) => LinkKindRegistry.TableOf(kind);
            }
        }
        """;

    [Fact]
    public void The_registry_finds_every_kind_by_its_name()
    {
        Assembly assembly = Load(Snippet.Of(Kinds + Registry));
        Type front = assembly.GetType("KubeNet.Netlink.Links.Front", throwOnError: true)!;
        var read = front.GetMethod("Read")!.CreateDelegate<Func<string, byte[], INetlinkBody?>>();
        var tableOf = front.GetMethod("TableOf")!.CreateDelegate<Func<string, NetlinkAttributeTable?>>();
        Span<byte> buffer = stackalloc byte[16];
        var writer = new NetlinkWriter(buffer);
        writer.WriteUInt32(1, 7);

        INetlinkBody dummy = read("dummy", writer.Written.ToArray())!;

        Assert.Equal("DummyLink", dummy.GetType().Name);
        Assert.Equal("dummy", dummy.GetType().GetProperty("Name")!.GetValue(dummy));
        Assert.Equal(7u, dummy.GetType().GetProperty("Number")!.GetValue(dummy));
        Assert.Equal("VethLink", read("veth", [])!.GetType().Name);
        Assert.Null(read("vxlan", []));
        Assert.Equal("DummyLink", tableOf("dummy")!.Record);
        Assert.Same(dummy.Attributes, tableOf("dummy"));
        Assert.Null(tableOf("vxlan"));
    }

    [Fact]
    public void A_registry_without_kinds_knows_none()
    {
        var (diagnostics, files, output) = Snippet.Of(Registry).Run();

        Assert.Empty(diagnostics);
        Assert.Single(files);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void An_assembly_that_declares_kinds_alone_has_no_registry()
    {
        Assert.Equal(["DummyLink.g.cs", "VethLink.g.cs"], Snippet.Of(Kinds).Run().Files.Keys.Order());
    }

    private static Assembly Load(Snippet snippet)
    {
        using var stream = new MemoryStream();
        var result = snippet.Run().Output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext("Snippet", isCollectible: true).LoadFromStream(stream);
    }
}
