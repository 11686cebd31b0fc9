using KubeNet.Netlink.Generators.Models;

namespace KubeNet.Netlink.Generators.Emission;

/// <summary>Writes the code for one value.</summary>
internal static class ValueEmitter
{
    /// <summary>Writes <paramref name="value"/> as an attribute.</summary>
    public static void Write(SourceWriter source, ValueCodec codec, string id, string value)
    {
        switch (codec.Kind)
        {
            case CodecKind.Record:
                WriteBetween(source, "Nested", "Nested", id, value);
                break;
            case CodecKind.UnflaggedRecord:
                WriteBetween(source, "NestedWithoutFlag", "Nested", id, value);
                break;
            case CodecKind.Value:
                WriteBetween(source, "Value", "Value", id, value);
                break;
            default:
                source.Line($"writer.{WriteCall(codec, id, value)};");
                break;
        }
    }

    /// <summary>
    /// Reads the attribute at which <paramref name="reader"/> stands. What must hold is empty if every payload fits;
    /// the result may use <paramref name="raw"/>, which the condition declares.
    /// </summary>
    public static (string Condition, string Result) Read(ValueCodec codec, string reader, string raw) => codec.Kind switch
    {
        CodecKind.Integer => ($"{reader}.TryGet{Integer(codec)}(out {TypeNames.Unsigned(codec.Size)} {raw})", FromRaw(codec, raw)),
        CodecKind.Boolean => ($"{reader}.TryGetUInt8(out byte {raw})", FromRaw(codec, raw)),
        CodecKind.Vni => ($"{reader}.TryGet{Integer(codec)}(out uint {raw}) && {raw} <= {codec.Type}.Maximum", $"new {codec.Type}({raw})"),
        CodecKind.Text or CodecKind.UnterminatedText => ($"{reader}.TryGetString(out string? {raw})", raw),
        CodecKind.IPAddress => ($"{reader}.TryGetIPAddress(out {codec.Type}? {raw})", raw),
        CodecKind.MacAddress => ($"{reader}.TryGetMacAddress(out {codec.Type} {raw})", raw),
        CodecKind.Struct => ($"{reader}.TryGetStruct(out {codec.Type} {raw})", raw),
        CodecKind.Value => ($"{codec.Type}.TryRead({reader}.Value, out var {raw})", raw),
        CodecKind.Bytes => ("", $"{TypeNames.ListFactory}.Create({reader}.Value)"),
        // Some kernels report as a byte what they take as a flag.
        CodecKind.Flag => ($"{reader}.Value.Length <= 1", $"{reader}.Value.IsEmpty || {reader}.Value[0] != 0"),
        // A record may hold itself, and a payload may nest it deeper than the stack reaches.
        _ => ("global::System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()", $"{codec.Type}.Read({reader}.Value)"),
    };

    /// <summary>The expression that reads a header field.</summary>
    public static string ReadField(HeaderField field)
    {
        ValueCodec codec = field.Codec;
        string raw = codec.Size == 1
            ? $"header[{field.Offset}]"
            : codec.IsBigEndian
                ? $"{TypeNames.BinaryPrimitives}.Read{Integer(codec)}(header.Slice({field.Offset}))"
                : $"{TypeNames.Marshal}.Read<{TypeNames.Unsigned(codec.Size)}>(header.Slice({field.Offset}))";
        return FromRaw(codec, raw);
    }

    /// <summary>The statement that writes a header field.</summary>
    public static string WriteField(HeaderField field)
    {
        ValueCodec codec = field.Codec;
        string raw = ToRaw(codec, "this." + field.Property);
        return codec.Size == 1
            ? $"header[{field.Offset}] = {raw};"
            : codec.IsBigEndian
                ? $"{TypeNames.BinaryPrimitives}.Write{Integer(codec)}(header.Slice({field.Offset}), {raw});"
                : $"{TypeNames.Marshal}.Write<{TypeNames.Unsigned(codec.Size)}>(header.Slice({field.Offset}), {raw});";
    }

    private static void WriteBetween(SourceWriter source, string begin, string end, string id, string value)
    {
        source.Line($"int start = writer.Begin{begin}({id});");
        source.Line($"{value}.Write(ref writer);");
        source.Line($"writer.End{end}(start);");
    }

    private static string WriteCall(ValueCodec codec, string id, string value) => codec.Kind switch
    {
        CodecKind.Flag => $"WriteFlag({id})",
        CodecKind.Text => $"WriteString({id}, {value})",
        CodecKind.UnterminatedText => $"WriteUnterminatedString({id}, {value})",
        CodecKind.IPAddress => $"WriteIPAddress({id}, {value})",
        CodecKind.MacAddress => $"WriteMacAddress({id}, {value})",
        CodecKind.Struct => $"WriteStruct({id}, in {value})",
        CodecKind.Bytes => $"WriteBytes({id}, {value}.AsSpan())",
        CodecKind.Vni => $"Write{Integer(codec)}({id}, {value}.Value)",
        _ => $"Write{Integer(codec)}({id}, {ToRaw(codec, value)})",
    };

    private static string Integer(ValueCodec codec) => $"UInt{codec.Size * 8}{(codec.IsBigEndian ? "BigEndian" : "")}";

    private static string FromRaw(ValueCodec codec, string raw) =>
        codec.Kind == CodecKind.Boolean ? $"{raw} != 0" : codec.IsPlain ? raw : $"unchecked(({codec.Type}){raw})";

    private static string ToRaw(ValueCodec codec, string value) =>
        codec.Kind == CodecKind.Boolean
            ? $"{value} ? (byte)1 : (byte)0"
            : codec.IsPlain ? value : $"unchecked(({TypeNames.Unsigned(codec.Size)}){value})";
}
