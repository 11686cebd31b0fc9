using System.Linq;
using KubeNet.Netlink.Generators.Models;

namespace KubeNet.Netlink.Generators.Emission;

/// <summary>
/// Writes the method <c>Read</c> of a record: a constructor that goes over the attributes once, into locals, and then sets those
/// properties that were there. Most attributes of most records are absent, and cost nothing so.
/// </summary>
internal static class ReadEmitter
{
    public static void Emit(SourceWriter source, RecordModel record)
    {
        string name = record.Declaration.Split('<')[0].Split(' ').Last();
        if ((record.Inherited & InheritedMembers.Constructor) == 0)
        {
            source.Line("/// <summary>Makes one of which nothing is stated.</summary>");
            source.Line($"public {name}() {{ }}");
            source.Line();
        }

        source.Line("/// <inheritdoc/>");
        source.Line($"public static {record.Type} Read({TypeNames.Bytes} payload) => new(payload);");
        source.Line();
        source.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        source.Open($"private {name}({TypeNames.Bytes} payload)");
        string attributes = EmitHeader(source, record);
        foreach (AttributeModel attribute in record.Attributes)
            source.Line($"{LocalType(attribute)} {attribute.Local("value")} = {(LocalType(attribute).EndsWith("?") ? "null" : "false")};");

        source.Line($"{TypeNames.List(TypeNames.Raw)}? unknown = null;");
        source.Line($"{TypeNames.Reader} reader = new({attributes});");
        source.Open("while (reader.Read())");
        if (record.Attributes.Count > 0)
            EmitSwitch(source, record);
        source.Line("(unknown ??= new()).Add(reader.ToRaw());");
        source.Close();

        source.Line();
        EmitResult(source, record);
        foreach (AttributeModel attribute in record.Attributes.Where(a => a.Occurrence == Occurrence.List))
            EmitListReader(source, attribute);
        source.Close();
    }

    private static string EmitHeader(SourceWriter source, RecordModel record)
    {
        if (record.HeaderSize == 0)
            return "payload";

        if (record.Header.Count > 0)
        {
            // Old kernels and lenient programs send less than the header; the rest of it counts as zero.
            source.Line($"{TypeNames.Bytes} header = payload;");
            source.Open($"if (header.Length < {record.HeaderSize})");
            source.Line($"byte[] padded = new byte[{record.HeaderSize}];");
            source.Line("payload.CopyTo(padded);");
            source.Line("header = padded;");
            source.Close();
            source.Line();
        }

        int start = (record.HeaderSize + 3) & ~3;
        return $"payload.Length > {start} ? payload.Slice({start}) : default";
    }

    private static void EmitSwitch(SourceWriter source, RecordModel record)
    {
        source.Open("switch (reader.Type)");
        foreach (AttributeModel attribute in record.Attributes)
        {
            source.Line($"case {attribute.Id}: // {attribute.KernelName}");
            source.Indent();
            EmitCase(source, attribute);
            source.Outdent();
        }

        source.Close();
        source.Line();
    }

    private static void EmitCase(SourceWriter source, AttributeModel attribute)
    {
        string local = attribute.Local("value");
        string raw = attribute.Local("raw");
        (string condition, string result) = attribute.Occurrence == Occurrence.List
            ? ($"TryReadItems{attribute.Local("")}(reader.Value, out {TypeNames.NetlinkList(attribute.Codec.Type)}? {raw})", raw)
            : ValueEmitter.Read(attribute.Codec, "reader", raw);
        string assignment = attribute.Occurrence == Occurrence.Repeated
            ? $"({local} ??= new()).Add({result});"
            : $"{local} = {result};";
        if (condition.Length == 0)
        {
            source.Line(assignment);
            source.Line("continue;");
            return;
        }

        source.Open($"if ({condition})");
        source.Line(assignment);
        source.Line("continue;");
        source.Close();
        source.Line("break;");
    }

    private static void EmitResult(SourceWriter source, RecordModel record)
    {
        foreach (HeaderField field in record.Header)
            source.Line($"this.{field.Property} = {ValueEmitter.ReadField(field)};");
        foreach (AttributeModel attribute in record.Attributes)
        {
            string local = attribute.Local("value");
            string value = attribute.Occurrence == Occurrence.Repeated ? Freeze(attribute.Codec.Type, local) : local;
            string isThere = LocalType(attribute).EndsWith("?", System.StringComparison.Ordinal) ? $"{local} is not null" : local;
            source.Line($"if ({isThere}) this.{attribute.Property} = {value};");
        }

        source.Line($"if (unknown is not null) this.UnknownAttributes = {Freeze(TypeNames.Raw, "unknown")};");
    }

    private static void EmitListReader(SourceWriter source, AttributeModel attribute)
    {
        string item = attribute.Codec.Type;
        (string condition, string result) = ValueEmitter.Read(attribute.Codec, "reader", "raw");
        string[] conditions = [.. new[] { attribute.ItemId == 0 ? "" : $"reader.Type == {attribute.ItemId}", condition }.Where(c => c.Length > 0)];

        source.Line();
        source.Open($"static bool TryReadItems{attribute.Local("")}({TypeNames.Bytes} value, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {TypeNames.NetlinkList(item)}? result)");
        source.Line($"{TypeNames.List(item)} items = new();");
        source.Line($"{TypeNames.Reader} reader = new(value);");
        source.Open("while (reader.Read())");
        if (conditions.Length > 0)
        {
            source.Open($"if ({string.Join(" && ", conditions)})");
            source.Line($"items.Add({result});");
            source.Line("continue;");
            source.Close();
            source.Line();
            source.Line("result = null;");
            source.Line("return false;");
        }
        else
        {
            source.Line($"items.Add({result});");
        }

        source.Close();
        source.Line();
        source.Line($"result = {Freeze(item, "items")};");
        source.Line("return true;");
        source.Close();
    }

    private static string LocalType(AttributeModel attribute) =>
        attribute.Occurrence switch
        {
            Occurrence.Repeated => TypeNames.List(attribute.Codec.Type) + "?",
            Occurrence.List => TypeNames.NetlinkList(attribute.Codec.Type) + "?",
            _ => attribute.Codec.Type + (attribute.IsNullable ? "?" : ""),
        };

    private static string Freeze(string item, string list) =>
        $"{TypeNames.ListFactory}.Create<{item}>({TypeNames.CollectionsMarshal}.AsSpan({list}))";
}
