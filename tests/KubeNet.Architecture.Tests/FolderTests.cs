namespace KubeNet.Architecture.Tests;

public sealed class FolderTests
{
    [Theory]
    [MemberData(nameof(CompiledAssembly.PackageNames), MemberType = typeof(CompiledAssembly))]
    public void Folders_of_a_package_form_no_cycle(string package)
    {
        using CompiledAssembly assembly = CompiledAssembly.OpenPackage(package);

        IReadOnlyList<string> cycles = FolderGraph.Of(assembly).FindCycles();

        Assert.True(cycles.Count == 0, string.Join("\n\n", cycles));
    }

    [Fact]
    public void Folders_are_told_apart_by_the_source_path_though_they_share_a_namespace()
    {
        using CompiledAssembly assembly = CompiledAssembly.OpenPackage("KubeNet.Netlink");

        Assert.Contains("Values", FolderGraph.Of(assembly).Folders);
        Assert.Contains("Protocol", FolderGraph.Of(assembly).Folders);
    }

    [Theory]
    [InlineData("a signature", "public static B.Second? Make() => null;")]
    [InlineData("a method's body", "public static bool Is(object value) => value is B.Second;")]
    [InlineData("a closure", "public static System.Func<object> Make() => () => B.Second.Make();")]
    [InlineData("a generic argument", "public static object Make() => new System.Collections.Generic.List<B.Second[]>();")]
    [InlineData("a generic call", "public static string Make() => System.Array.Empty<B.Second>().ToString()!;")]
    [InlineData("a catch clause", "public static void Do() { try { System.GC.Collect(); } catch (B.Failure) { } }")]
    [InlineData("an attribute", "[B.Mark] public static void Do() { }")]
    [InlineData("a constraint", "public static void Do<T>() where T : B.Second { }")]
    [InlineData("an enum", "public B.Choice Choice;")]
    public void A_cycle_is_found_by(string what, string member)
    {
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("A/First.cs", $"namespace N.A; public class First {{ {member} public static void Low() {{ }} }}"),
            ("B/Second.cs", "namespace N.B; public class Second { public static Second Make() { A.First.Low(); return new(); } }"),
            ("B/Failure.cs", "namespace N.B; public class Failure : System.Exception;"),
            ("B/Mark.cs", "namespace N.B; public class MarkAttribute : System.Attribute;"),
            ("B/Choice.cs", "namespace N.B; public enum Choice { No }"),
            ("Root.cs", "namespace N; public class Root : B.Second;"));

        string cycle = Assert.Single(FolderGraph.Of(assembly).FindCycles());

        Assert.True(cycle.Contains("A -> B: N.A.First", StringComparison.Ordinal), $"{what}: {cycle}");
        Assert.Contains("B -> A: N.B.Second.Make uses N.A.First", cycle, StringComparison.Ordinal);
        Assert.DoesNotContain(FolderMap.Root, cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_of_three_is_reported_once_with_each_of_its_steps()
    {
        using CompiledAssembly assembly = SmallAssembly.Compile(
            ("A/First.cs", "namespace N; public class First { public Second? Next; }"),
            ("B/Second.cs", "namespace N; public class Second { public Third? Next; }"),
            ("Third.cs", "namespace N; public class Third { public First? Next; }"));

        string cycle = Assert.Single(FolderGraph.Of(assembly).FindCycles());

        Assert.Equal(3, cycle.Split('\n').Length);
        Assert.Contains("(root) -> A: N.Third.Next uses N.First", cycle, StringComparison.Ordinal);
    }
}
