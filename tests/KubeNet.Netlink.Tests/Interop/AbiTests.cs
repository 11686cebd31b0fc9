using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using KubeNet.Netlink.Interop;

namespace KubeNet.Netlink.Tests.Interop;

/// <summary>Constants and structs, compared with what a C compiler makes of the kernel's headers.</summary>
public sealed class AbiTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Type> ByHeader = typeof(KernelHeaderAttribute).Assembly.GetTypes()
        .Where(static type => type.IsDefined(typeof(KernelHeaderAttribute)))
        .ToDictionary(static type => type.GetCustomAttribute<KernelHeaderAttribute>()!.Path);

    public static TheoryData<string> Headers => [.. ByHeader.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_constant_has_the_value_of_its_header(string header)
    {
        List<FieldInfo> constants = [.. ByHeader[header].GetFields(Declared).Where(static field => field.IsLiteral)];
        var body = new StringBuilder();
        foreach (FieldInfo constant in constants)
        {
            // An enum member cannot be asked for with #ifdef, hence the version.
            var since = constant.GetCustomAttribute<SinceKernelAttribute>();
            if (since is not null)
                body.AppendLine(CultureInfo.InvariantCulture, $"#if LINUX_VERSION_CODE >= KERNEL_VERSION({since.Major}, {since.Minor}, 0)");
            body.AppendLine(CultureInfo.InvariantCulture, $"    V({constant.Name}, {constant.Name})");
            if (since is not null)
                body.AppendLine("#endif");
        }

        Dictionary<string, long> expected = CProgram.Run(Program(header, body));

        IEnumerable<string> differences = constants
            .Where(constant => expected.ContainsKey(constant.Name))
            .Select(constant => (constant.Name, Ours: Convert.ToInt64(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)))
            .Where(constant => constant.Ours != expected[constant.Name])
            .Select(constant => $"{constant.Name} is {expected[constant.Name]} in {header}, {constant.Ours} here");
        Assert.Empty(differences);
        Assert.All(constants, constant => Assert.True(expected.ContainsKey(constant.Name) || constant.IsDefined(typeof(SinceKernelAttribute))));
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_struct_is_laid_out_as_in_its_header(string header)
    {
        var body = new StringBuilder();
        var ours = new Dictionary<string, long>();
        foreach (Type type in ByHeader[header].GetNestedTypes(Declared))
        {
            Add($"{type.Name}/size", $"sizeof(struct {type.Name})", Marshal.SizeOf(type));
            AddFields(type.Name, type, path: "");
        }

        Dictionary<string, long> expected = CProgram.Run(Program(header, body));

        Assert.Equal(expected.OrderBy(static pair => pair.Key), ours.OrderBy(static pair => pair.Key));

        void Add(string name, string expression, long value)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"    V({name}, {expression})");
            ours.Add(name, value);
        }

        void AddFields(string root, Type type, string path, long start = 0)
        {
            foreach (FieldInfo field in type.GetFields(Declared))
            {
                string name = path + field.Name;
                long offset = start + Marshal.OffsetOf(type, field.Name);
                Add($"{root}.{name}", $"offsetof(struct {root}, {name})", offset);
                Add($"{root}.{name}/size", $"sizeof(((struct {root} *)0)->{name})", Marshal.SizeOf(field.FieldType));

                // A union within a struct has no name of its own in C.
                if (field.FieldType.DeclaringType == type && field.FieldType.IsExplicitLayout)
                    AddFields(root, field.FieldType, name + ".", offset);
            }
        }
    }

    [Fact]
    public void Every_header_that_is_used_is_compared() =>
        Assert.Superset(
            new HashSet<string> { "linux/netlink.h", "linux/rtnetlink.h", "linux/if_link.h", "linux/if_addr.h", "linux/neighbour.h", "linux/if_tun.h", "linux/net_namespace.h" },
            ByHeader.Keys.ToHashSet());

    private static string Program(string header, StringBuilder body) =>
        $$"""
        #include <stddef.h>
        #include <stdio.h>
        #include <sys/ioctl.h>
        #include <sys/socket.h>
        #include <linux/version.h>
        #include <{{header}}>
        #define V(name, value) printf("%s %lld\n", #name, (long long)(value));
        int main(void)
        {
        {{body}}
            return 0;
        }
        """;
}
