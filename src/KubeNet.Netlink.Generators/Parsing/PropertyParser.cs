using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using KubeNet.Netlink.Generators.Diagnostics;
using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Reads the properties of one record, one after the other. A faulty one is left out, so that a fault is told once.</summary>
internal sealed class PropertyParser(INamedTypeSymbol record, int headerSize, SemanticModel model, List<DiagnosticInfo> diagnostics)
{
    private const int HighestId = 0x3fff;

    public List<HeaderField> Header { get; } = [];

    public List<AttributeModel> Attributes { get; } = [];

    public void Parse(IPropertySymbol property, CancellationToken cancellation)
    {
        AttributeData? header = AttributeArguments.Find(property, KnownNames.NetlinkHeaderAttribute);
        AttributeData? attribute = AttributeArguments.Find(property, KnownNames.NetlinkAttributeAttribute);
        if (header is null && attribute is null)
            return;

        if (property.SetMethod is null)
            Report(Descriptors.NotSettable, property);
        else if (header is not null && attribute is not null)
            Report(Descriptors.HeaderAndAttribute, property);
        else if (header is not null)
            ParseHeader(property, header);
        else
            ParseAttribute(property, attribute!, cancellation);
    }

    private void ParseHeader(IPropertySymbol property, AttributeData attribute)
    {
        ITypeSymbol type = property.Type;
        ValueCodec? codec = TypeResolver.ResolveInteger(type);
        if (codec is null)
        {
            Report(Descriptors.UnsupportedHeaderType, property, Display(type));
            return;
        }

        bool isBigEndian = attribute.Integer("Endian") != 0;
        if (isBigEndian && !codec.HasByteOrder)
        {
            Report(Descriptors.NoByteOrder, property, Display(type));
            return;
        }

        long offset = attribute.Integer("offset");
        long end = offset + codec.Size;
        if (offset < 0 || end > headerSize)
        {
            Report(Descriptors.HeaderOutside, property, Text(offset), Text(end - 1), Text(headerSize));
            return;
        }

        if (Header.FirstOrDefault(other => offset < other.Offset + other.Codec.Size && other.Offset < end) is { } overlapped)
        {
            Report(Descriptors.HeaderOverlap, property, Text(offset), Text(end - 1), overlapped.Property);
            return;
        }

        Header.Add(new HeaderField(Escape(property.Name), (int)offset, codec with { IsBigEndian = isBigEndian }));
    }

    private void ParseAttribute(IPropertySymbol property, AttributeData attribute, CancellationToken cancellation)
    {
        long id = attribute.Integer("id");
        long itemId = attribute.Integer("ItemId");
        var form = (AttributeForm)attribute.Integer("Form");
        string kernelName = attribute.ConstantName(model, id, cancellation);
        if (!IsId(property, "id", id) || !IsId(property, "ItemId", itemId))
            return;

        if (Attributes.FirstOrDefault(other => other.Id == id) is { } same)
        {
            Report(Descriptors.DuplicateId, property, Text(id), kernelName, same.Property);
            return;
        }

        ITypeSymbol type = TypeResolver.Unwrap(property.Type, out bool isNullable);
        string typeName = Display(type);
        if (FindCodec(property, type, form) is not { } codec)
            return;

        if (!isNullable && codec.Kind != CodecKind.Flag)
        {
            Report(Descriptors.NotNullable, property, typeName);
            return;
        }

        if (itemId != 0 && form != AttributeForm.List)
        {
            Report(Descriptors.ItemIdWithoutList, property, Text(itemId), form.ToString());
            return;
        }

        bool isBigEndian = attribute.Integer("Endian") != 0;
        if (isBigEndian && !codec.HasByteOrder)
        {
            Report(Descriptors.NoByteOrder, property, typeName);
            return;
        }

        Occurrence occurrence = form switch
        {
            AttributeForm.List => Occurrence.List,
            AttributeForm.Repeated => Occurrence.Repeated,
            _ => Occurrence.Once,
        };
        Attributes.Add(new AttributeModel(
            Escape(property.Name),
            (int)id,
            kernelName,
            attribute.Value("PathName") as string ?? property.Name,
            codec with { IsBigEndian = isBigEndian },
            occurrence,
            (int)itemId,
            attribute.IsTrue("ReadOnly"),
            isNullable));
    }

    private ValueCodec? FindCodec(IPropertySymbol property, ITypeSymbol type, AttributeForm form)
    {
        ITypeSymbol? item = TypeResolver.ItemOf(type);
        bool hasItems = form is AttributeForm.List or AttributeForm.Repeated;
        if (hasItems && item is null)
        {
            Report(Descriptors.FormDoesNotFit, property, Display(type), form.ToString(), "Declare a NetlinkList of the items, or leave the form out");
            return null;
        }

        ValueCodec? codec = TypeResolver.Resolve(hasItems ? item! : type);
        if (codec is null)
        {
            if (item is not null && !hasItems && TypeResolver.Resolve(item) is not null)
                Report(Descriptors.FormDoesNotFit, property, Display(type), form.ToString(), "Set AttributeForm.List or AttributeForm.Repeated, which say where each item stands");
            else
                Report(Descriptors.UnsupportedType, property, Display(hasItems ? item! : type));
            return null;
        }

        (CodecKind needed, CodecKind result, string remedy) = form switch
        {
            AttributeForm.Flag => (CodecKind.Boolean, CodecKind.Flag, "Declare it bool, or leave the form out"),
            AttributeForm.UnflaggedNest => (CodecKind.Record, CodecKind.UnflaggedRecord, "Declare a [NetlinkRecord] type, or leave the form out"),
            AttributeForm.Unterminated => (CodecKind.Text, CodecKind.UnterminatedText, "Declare it string, or leave the form out"),
            _ => (codec.Kind, codec.Kind, ""),
        };
        if (codec.Kind != needed)
        {
            Report(Descriptors.FormDoesNotFit, property, Display(type), form.ToString(), remedy);
            return null;
        }

        return codec with { Kind = result };
    }

    private bool IsId(IPropertySymbol property, string what, long id)
    {
        if (id is >= 0 and <= HighestId)
            return true;

        Report(Descriptors.IdOutOfRange, property, what, Text(id));
        return false;
    }

    // An inherited property of another assembly has no place in this one, so the record's stands for it.
    private void Report(DiagnosticDescriptor descriptor, IPropertySymbol property, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.Create(
            descriptor,
            property.Locations.Any(location => location.IsInSource) ? property : record,
            [record.Name, property.Name, .. arguments]));

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
