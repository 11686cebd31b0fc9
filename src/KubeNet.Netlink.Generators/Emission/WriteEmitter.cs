using System.Globalization;
using KubeNet.Netlink.Generators.Models;

namespace KubeNet.Netlink.Generators.Emission;

/// <summary>Writes the method <c>Write</c> of a record.</summary>
internal static class WriteEmitter
{
    public static void Emit(SourceWriter source, RecordModel record)
    {
        bool isOverride = (record.Inherited & InheritedMembers.Write) != 0;
        source.Line("/// <inheritdoc/>");
        source.Open($"public {(isOverride ? "override " : "")}void Write(ref {TypeNames.Writer} writer)");
        if (record.HeaderSize > 0)
            EmitHeader(source, record);
        foreach (AttributeModel attribute in record.Attributes)
            EmitAttribute(source, attribute);

        source.Open($"foreach ({TypeNames.Raw} unknown in UnknownAttributes.AsSpan())");
        source.Line("unknown.Write(ref writer);");
        source.Close();
        source.Close();
    }

    private static void EmitHeader(SourceWriter source, RecordModel record)
    {
        if (record.Header.Count == 0)
        {
            source.Line($"writer.WriteHeader({record.HeaderSize});");
            return;
        }

        source.Line($"global::System.Span<byte> header = writer.WriteHeader({record.HeaderSize});");
        foreach (HeaderField field in record.Header)
            source.Line(ValueEmitter.WriteField(field));
    }

    private static void EmitAttribute(SourceWriter source, AttributeModel attribute)
    {
        string id = attribute.Id.ToString(CultureInfo.InvariantCulture);
        string value = attribute.Local("value");
        string condition = attribute.Codec.Kind != CodecKind.Flag
            ? $"this.{attribute.Property} is {{ }} {value}"
            : attribute.IsNullable ? $"this.{attribute.Property} is true" : $"this.{attribute.Property}";
        if (attribute.IsReadOnly)
            condition = $"writer.IncludesReported && {condition}";

        source.Open($"if ({condition})");
        switch (attribute.Occurrence)
        {
            case Occurrence.Once:
                ValueEmitter.Write(source, attribute.Codec, id, value);
                break;
            case Occurrence.Repeated:
                EmitItems(source, attribute.Codec, value, id);
                break;
            default:
                source.Line($"int list = writer.BeginNested({id});");
                if (attribute.ItemId == 0)
                    source.Line("ushort position = 0;");
                EmitItems(source, attribute.Codec, value, attribute.ItemId == 0 ? "++position" : attribute.ItemId.ToString(CultureInfo.InvariantCulture));
                source.Line("writer.EndNested(list);");
                break;
        }

        source.Close();
    }

    private static void EmitItems(SourceWriter source, ValueCodec codec, string list, string id)
    {
        source.Open($"foreach ({codec.Type} item in {list}.AsSpan())");
        ValueEmitter.Write(source, codec, id, "item");
        source.Close();
    }
}
