using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class DiagnosticTests
{
    private const string InRecord = "[NetlinkRecord(HeaderSize = 8)] public sealed partial record Sample { ... }";

    public static TheoryData<string, string, string> Faults => new()
    {
        {
            "KN0001", "[NetlinkRecord] public sealed record [|Sample|];",
            "The codec of 'Sample' cannot be added because 'Sample' is not partial. Declare 'Sample' partial."
        },
        {
            "KN0001", "public static class [|Outer|] { [NetlinkRecord] public sealed partial record Sample; }",
            "The codec of 'Sample' cannot be added because 'Outer' is not partial. Declare 'Outer' partial."
        },
        {
            "KN0002", In("private const int IFLA_MTU = 4; [NetlinkAttribute(4)] public uint? Mtu { get; init; } [NetlinkAttribute(IFLA_MTU)] public uint? [|Size|] { get; init; }"),
            "'Sample.Size' has attribute id 4 (IFLA_MTU), which 'Mtu' has already. Give each property an id of its own."
        },
        {
            "KN0003", In("[NetlinkHeader(0)] public uint Index { get; init; } [NetlinkHeader(2)] public ushort [|Port|] { get; init; }"),
            "'Sample.Port' stands in bytes 2 to 3 of the header, where 'Index' stands already. Correct the offset or the type of one of them."
        },
        {
            "KN0004", In("[NetlinkHeader(6)] public uint [|Index|] { get; init; }"),
            "'Sample.Index' needs bytes 6 to 9, but the header has 8 bytes. Correct the offset, or set HeaderSize to the size of the kernel's struct."
        },
        {
            "KN0004", In("[NetlinkHeader(-1)] public byte [|Family|] { get; init; }"),
            "'Sample.Family' needs bytes -1 to -1, but the header has 8 bytes. Correct the offset, or set HeaderSize to the size of the kernel's struct."
        },
        {
            "KN0005", In("[NetlinkAttribute(1)] public Version? [|Kernel|] { get; init; }"),
            "'Sample.Kernel' has type 'Version', for which there is no codec. Use an integer, an enum, bool, string, IPAddress, MacAddress, Vni, NetlinkList<T>, an unmanaged struct or a [NetlinkRecord], or implement INetlinkValue<Version>."
        },
        {
            "KN0005", In("[NetlinkAttribute(1)] public double? [|Rate|] { get; init; }"),
            "'Sample.Rate' has type 'double', for which there is no codec. Use an integer, an enum, bool, string, IPAddress, MacAddress, Vni, NetlinkList<T>, an unmanaged struct or a [NetlinkRecord], or implement INetlinkValue<double>."
        },
        {
            "KN0005", In("[NetlinkAttribute(1, Form = AttributeForm.List)] public NetlinkList<Version>? [|Kernels|] { get; init; }"),
            "'Sample.Kernels' has type 'Version', for which there is no codec. Use an integer, an enum, bool, string, IPAddress, MacAddress, Vni, NetlinkList<T>, an unmanaged struct or a [NetlinkRecord], or implement INetlinkValue<Version>."
        },
        {
            "KN0006", In("[NetlinkHeader(0)] public uint? [|Index|] { get; init; }"),
            "'Sample.Index' has type 'uint?', which has no place in a header. Use a non-nullable integer, an enum or bool: a header field is always there."
        },
        {
            "KN0007", In("[NetlinkAttribute(1)] public uint [|Mtu|] { get; init; }"),
            "'Sample.Mtu' cannot be absent because its type 'uint' is not nullable. Declare it 'uint?': null means that the attribute is absent."
        },
        {
            "KN0007", In("[NetlinkAttribute(1)] public string [|Text|] { get; init; } = \"\";"),
            "'Sample.Text' cannot be absent because its type 'string' is not nullable. Declare it 'string?': null means that the attribute is absent."
        },
        {
            "KN0008", In("[NetlinkAttribute(16384)] public uint? [|Mtu|] { get; init; }"),
            "'Sample.Mtu' has id 16384, but ids are 0 to 16383 because the two highest bits are flags. Use the kernel's constant without flags."
        },
        {
            "KN0008", In("[NetlinkAttribute(1, Form = AttributeForm.List, ItemId = -1)] public NetlinkList<uint>? [|Items|] { get; init; }"),
            "'Sample.Items' has ItemId -1, but ids are 0 to 16383 because the two highest bits are flags. Use the kernel's constant without flags."
        },
        {
            "KN0009", In("[NetlinkAttribute(1, Form = AttributeForm.Repeated, ItemId = 2)] public NetlinkList<uint>? [|Items|] { get; init; }"),
            "'Sample.Items' has ItemId 2, but its form is Repeated, which has no items. Set Form = AttributeForm.List, or leave ItemId out."
        },
        {
            "KN0010", In("[NetlinkAttribute(1, Endian = Endian.Big)] public byte? [|Ttl|] { get; init; }"),
            "'Sample.Ttl' has type 'byte', which has no byte order to choose. Leave Endian.Big out, or use an integer of 16 bits or more."
        },
        {
            "KN0010", In("[NetlinkAttribute(1, Endian = Endian.Big)] public string? [|Text|] { get; init; }"),
            "'Sample.Text' has type 'string', which has no byte order to choose. Leave Endian.Big out, or use an integer of 16 bits or more."
        },
        {
            "KN0010", In("[NetlinkHeader(0, Endian.Big)] public byte [|Family|] { get; init; }"),
            "'Sample.Family' has type 'byte', which has no byte order to choose. Leave Endian.Big out, or use an integer of 16 bits or more."
        },
        {
            "KN0011", In("[NetlinkAttribute(1, Form = AttributeForm.Flag)] public uint? [|Learning|] { get; init; }"),
            "'Sample.Learning' has type 'uint', which form Flag does not fit. Declare it bool, or leave the form out."
        },
        {
            "KN0011", In("[NetlinkAttribute(1, Form = AttributeForm.List)] public uint? [|Items|] { get; init; }"),
            "'Sample.Items' has type 'uint', which form List does not fit. Declare a NetlinkList of the items, or leave the form out."
        },
        {
            "KN0011", In("[NetlinkAttribute(1)] public NetlinkList<uint>? [|Items|] { get; init; }"),
            "'Sample.Items' has type 'NetlinkList<uint>', which form Default does not fit. Set AttributeForm.List or AttributeForm.Repeated, which say where each item stands."
        },
        {
            "KN0011", In("[NetlinkAttribute(1, Form = AttributeForm.UnflaggedNest)] public string? [|Nest|] { get; init; }"),
            "'Sample.Nest' has type 'string', which form UnflaggedNest does not fit. Declare a [NetlinkRecord] type, or leave the form out."
        },
        {
            "KN0011", In("[NetlinkAttribute(1, Form = AttributeForm.Unterminated)] public MacAddress? [|Text|] { get; init; }"),
            "'Sample.Text' has type 'MacAddress', which form Unterminated does not fit. Declare it string, or leave the form out."
        },
        {
            "KN0012", "[LinkKind(\"dummy\")] public sealed partial record [|DummyLink|];",
            "'DummyLink' is declared as link kind 'dummy' but does not derive from LinkKind. Derive it from KubeNet.Netlink.Links.LinkKind, or use [NetlinkRecord]."
        },
        {
            "KN0013", "[LinkKind(\"dummy\")] public sealed partial record DummyLink : LinkKind; [LinkKind(\"dummy\")] public sealed partial record [|OtherLink|] : LinkKind;",
            "'OtherLink' is declared as link kind 'dummy', which 'DummyLink' is already. Give each kind the kernel's name for it."
        },
        {
            "KN0014", In("[NetlinkAttribute(1)] public uint? [|Mtu|] => 1500;"),
            "'Sample.Mtu' cannot be read from the wire because it has no init or set accessor. Add 'init'."
        },
        {
            "KN0015", In("[NetlinkHeader(0), NetlinkAttribute(1)] public uint [|Index|] { get; init; }"),
            "'Sample.Index' has both [NetlinkHeader] and [NetlinkAttribute], but a value stands in one place. Remove one of them, or make it two properties."
        },
        {
            "KN0016", "[NetlinkRecord] public abstract partial record [|Sample|];",
            "'Sample' cannot be read from the wire because it is abstract. Declare it as a class with a parameterless constructor and init properties."
        },
        {
            "KN0016", "[NetlinkRecord] public sealed partial record [|Sample|](uint Mtu);",
            "'Sample' cannot be read from the wire because it has no constructor without parameters. Declare it as a class with a parameterless constructor and init properties."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_where_it_is_and_only_once(string id, string code, string message)
    {
        var snippet = Snippet.Of(code);

        Diagnostic diagnostic = Assert.Single(snippet.Run().Diagnostics);

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("Snippet.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(snippet.Expected, diagnostic.Location.SourceSpan);
    }

    [Fact]
    public void A_faulty_property_does_not_take_the_others_with_it()
    {
        var (diagnostics, _, output) = Snippet.Of(In(
            "[NetlinkAttribute(1)] public uint? Mtu { get; init; } [NetlinkAttribute(1)] public uint? Again { get; init; }")).Run();

        Assert.Single(diagnostics);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    private static string In(string members) => InRecord.Replace("...", members, StringComparison.Ordinal);
}
