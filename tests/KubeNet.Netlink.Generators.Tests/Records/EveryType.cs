using System.Net;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests.Records;

/// <summary>A record with every property type and form.</summary>
[NetlinkRecord(HeaderSize = 18)]
public sealed partial record EveryType
{
    private const ushort SAMPLE_BYTE = 1;
    private const int SAMPLE_TEXT = 20;

    [NetlinkHeader(0)] public byte Family { get; init; }
    [NetlinkHeader(1)] public bool HeaderBoolean { get; init; }
    [NetlinkHeader(2, Endian.Big)] public ushort HeaderPort { get; init; }
    [NetlinkHeader(4)] public required int Index { get; init; }
    [NetlinkHeader(8)] public SampleFlags HeaderFlags { get; init; }
    [NetlinkHeader(12, Endian.Big)] public SampleSigned HeaderSigned { get; init; }
    [NetlinkHeader(17)] public sbyte HeaderTail { get; init; }

    [NetlinkAttribute(SAMPLE_BYTE)] public byte? Byte { get; init; }
    [NetlinkAttribute(2)] public sbyte? SByte { get; init; }
    [NetlinkAttribute(3)] public ushort? UInt16 { get; init; }
    [NetlinkAttribute(4, Endian = Endian.Big)] public short? Int16 { get; init; }
    [NetlinkAttribute(5)] public uint? UInt32 { get; init; }
    [NetlinkAttribute(6, Endian = Endian.Big)] public int? Int32 { get; init; }
    [NetlinkAttribute(7, Endian = Endian.Big)] public ulong? UInt64 { get; init; }
    [NetlinkAttribute(8)] public long? Int64 { get; init; }
    [NetlinkAttribute(9)] public bool? Boolean { get; init; }
    [NetlinkAttribute(10)] public SampleFlags? Flags { get; init; }
    [NetlinkAttribute(11, Endian = Endian.Big)] public SampleSigned? Signed { get; init; }
    [NetlinkAttribute(12)] public SampleSmall? Small { get; init; }
    [NetlinkAttribute(13)] public Vni? Vni { get; init; }
    [NetlinkAttribute(14, Endian = Endian.Big)] public Vni? BigVni { get; init; }
    [NetlinkAttribute(15)] public IPAddress? Address { get; init; }
    [NetlinkAttribute(16)] public MacAddress? LinkLayerAddress { get; init; }
    [NetlinkAttribute(17)] public SampleStruct? Struct { get; init; }
    [NetlinkAttribute(18)] public NetlinkList<byte>? Bytes { get; init; }
    [NetlinkAttribute(19, Form = AttributeForm.Flag)] public bool Flag { get; init; }
    [NetlinkAttribute(SAMPLE_TEXT)] public string? Text { get; init; }
    [NetlinkAttribute(21, Form = AttributeForm.Unterminated)] public string? Unterminated { get; init; }
    [NetlinkAttribute(22)] public Inner? Nested { get; init; }
    [NetlinkAttribute(23, Form = AttributeForm.UnflaggedNest)] public Inner? Unflagged { get; init; }
    [NetlinkAttribute(24)] public Pair? Value { get; init; }
    [NetlinkAttribute(25, Form = AttributeForm.Flag)] public bool? NullableFlag { get; init; }
    [NetlinkAttribute(26)] public PairStruct? ValueStruct { get; init; }
    [NetlinkAttribute(27, PathName = nameof(Nested))] public uint? Renamed { get; init; }
    [NetlinkAttribute(28, PathName = "")] public uint? Unnamed { get; init; }

    [NetlinkAttribute(30, Form = AttributeForm.List)] public NetlinkList<Inner>? Numbered { get; init; }
    [NetlinkAttribute(31, Form = AttributeForm.List, ItemId = 53)] public NetlinkList<string>? Texts { get; init; }
    [NetlinkAttribute(32, Form = AttributeForm.List, ItemId = 1, Endian = Endian.Big)] public NetlinkList<ushort>? Ports { get; init; }
    [NetlinkAttribute(33, Form = AttributeForm.List)] public NetlinkList<byte>? NumberedBytes { get; init; }
    [NetlinkAttribute(34, Form = AttributeForm.List, ItemId = 2)] public NetlinkList<Pair>? Pairs { get; init; }
    [NetlinkAttribute(35, Form = AttributeForm.List, ItemId = 3)] public NetlinkList<Inner>? Inners { get; init; }
    [NetlinkAttribute(36, Form = AttributeForm.List, ItemId = 4)] public NetlinkList<SampleStruct>? Structs { get; init; }
    [NetlinkAttribute(40, Form = AttributeForm.Repeated)] public NetlinkList<SampleFlags>? RepeatedFlags { get; init; }
    [NetlinkAttribute(41, Form = AttributeForm.Repeated)] public NetlinkList<IPAddress>? Addresses { get; init; }
    [NetlinkAttribute(42, Form = AttributeForm.Repeated)] public NetlinkList<Inner>? RepeatedInners { get; init; }
    [NetlinkAttribute(43, Form = AttributeForm.Repeated)] public NetlinkList<NetlinkList<byte>>? Blobs { get; init; }

    [NetlinkAttribute(16383, ReadOnly = true)] public uint? Reported { get; init; }
}
