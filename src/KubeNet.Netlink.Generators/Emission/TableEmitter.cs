using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeNet.Netlink.Generators.Emission;

/// <summary>Writes the names of a record's attributes, from which an error's attribute path is built.</summary>
internal static class TableEmitter
{
    /// <summary>Name of the helper that calls a static virtual member, which only a type parameter can.</summary>
    public const string Helper = "NestedTables";

    public static void Emit(SourceWriter source, RecordModel record)
    {
        source.Line("/// <inheritdoc/>");
        source.Line($"public static {TypeNames.Table} AttributeTable {{ get; }} = new(");
        source.Indent();
        source.Line($"\"{record.Name}\"{(record.Attributes.Count == 0 ? ");" : ",")}");
        for (int i = 0; i < record.Attributes.Count; i++)
            source.Line($"{Entry(record.Attributes[i])}{(i == record.Attributes.Count - 1 ? ");" : ",")}");
        source.Outdent();
    }

    public static void EmitHelper(SourceWriter source)
    {
        source.Line();
        source.Open($"file static class {Helper}");
        source.Line($"public static {TypeNames.Table}? Of<T>({TypeNames.Bytes} value)");
        source.Line($"    where T : {TypeNames.Protocol}INetlinkValue<T> => T.TableOf(value);");
        source.Close();
    }

    private static string Entry(AttributeModel attribute)
    {
        string path = SymbolDisplay.FormatLiteral(attribute.PathName, quote: true);
        string? nested = Nested(attribute.Codec);
        if (attribute.Occurrence == Occurrence.List && nested is not null)
        {
            // Items that are numbered have no number of their own that a table could name.
            nested = attribute.ItemId == 0
                ? null
                : $"static _ => new {TypeNames.Table}({path}, new {TypeNames.Entry}({attribute.ItemId}, \"Item\", \"{attribute.ItemId}\", {nested}))";
        }

        return $"new {TypeNames.Entry}({attribute.Id}, {path}, \"{attribute.KernelName}\"{(nested is null ? "" : ", " + nested)})";
    }

    private static string? Nested(ValueCodec codec) =>
        codec.IsRecord ? $"static _ => {codec.Type}.AttributeTable"
        : codec.Kind == CodecKind.Value ? $"{Helper}.Of<{codec.Type}>"
        : null;
}
