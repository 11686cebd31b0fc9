using System.Net;
using CsCheck;
using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

/// <summary>Random records.</summary>
internal static class Samples
{
    private static readonly Gen<string> s_text = Gen.String[Gen.OneOf(Gen.Char.AlphaNumeric, Gen.Const('é'), Gen.Const('€')), 0, 12];
    private static readonly Gen<IPAddress> s_address = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(bytes => new IPAddress(bytes));
    private static readonly Gen<MacAddress> s_mac = Gen.Byte.Array[6].Select(bytes => new MacAddress(bytes));
    private static readonly Gen<NetlinkList<byte>> s_bytes = Gen.Byte.Array[0, 9].Select(bytes => NetlinkList.Create<byte>(bytes));
    private static readonly Gen<Vni> s_vni = Gen.UInt[0, 0xff_ffff].Select(value => new Vni(value));
    private static readonly Gen<SampleFlags> s_flags = Gen.UInt.Select(value => (SampleFlags)value);
    private static readonly Gen<SampleSigned> s_signed = Gen.Int.Select(value => (SampleSigned)value);
    private static readonly Gen<SampleSmall> s_small = Gen.Byte.Select(value => (SampleSmall)value);
    private static readonly Gen<SampleStruct> s_struct = Gen.Select(Gen.UInt, Gen.ULong, Gen.UShort, (a, b, c) => new SampleStruct(a, b, c));
    private static readonly Gen<Pair> s_pair = Gen.Select(Gen.UInt, Gen.UInt, (a, b) => new Pair(a, b));
    private static readonly Gen<PairStruct> s_pairStruct = Gen.Select(Gen.Byte, Gen.Byte, (a, b) => new PairStruct(a, b));

    private static readonly Gen<RawAttribute> s_raw =
        Gen.Select(Gen.UShort[1000, 1100], Gen.Bool, s_bytes, (type, nested, value) => new RawAttribute(type, nested, value));

    private static readonly Gen<Inner> s_leaf = Gen.Select(Gen.UInt.Nullable(), s_text.Null(), Unknown(),
        (number, text, unknown) => new Inner { Number = number, Text = text, UnknownAttributes = unknown });

    private static readonly Gen<Inner> s_inner = Gen.Select(s_leaf, s_leaf.Null(), (outer, deeper) => outer with { Deeper = deeper });

    private static readonly Gen<EveryType> s_header = Gen.Select(
        Gen.Byte, Gen.Bool, Gen.UShort, Gen.Int, s_flags, s_signed, Gen.SByte,
        (family, boolean, port, index, flags, signed, tail) => new EveryType
        {
            Family = family,
            HeaderBoolean = boolean,
            HeaderPort = port,
            Index = index,
            HeaderFlags = flags,
            HeaderSigned = signed,
            HeaderTail = tail,
        });

    private static readonly Gen<EveryType> s_integers = Gen.Select(
        s_header, Gen.Byte.Nullable(), Gen.SByte.Nullable(), Gen.UShort.Nullable(), Gen.Short.Nullable(), Gen.UInt.Nullable(), Gen.Int.Nullable(),
        (record, a, b, c, d, e, f) => record with { Byte = a, SByte = b, UInt16 = c, Int16 = d, UInt32 = e, Int32 = f });

    private static readonly Gen<EveryType> s_scalars = Gen.Select(
        s_integers, Gen.ULong.Nullable(), Gen.Long.Nullable(), Gen.Bool.Nullable(), s_flags.Nullable(), s_signed.Nullable(), s_small.Nullable(), Gen.UInt.Nullable(),
        (record, a, b, c, d, e, f, g) => record with { UInt64 = a, Int64 = b, Boolean = c, Flags = d, Signed = e, Small = f, Reported = g });

    private static readonly Gen<EveryType> s_values = Gen.Select(
        s_scalars, s_vni.Nullable(), s_vni.Nullable(), s_address.Null(), s_mac.Nullable(), s_struct.Nullable(), s_bytes.Null(), Gen.Bool,
        (record, a, b, c, d, e, f, g) => record with { Vni = a, BigVni = b, Address = c, LinkLayerAddress = d, Struct = e, Bytes = f, Flag = g, NullableFlag = g ? true : null });

    private static readonly Gen<EveryType> s_nested = Gen.Select(
        s_values, s_text.Null(), s_text.Null(), s_inner.Null(), s_inner.Null(), s_pair.Null(), s_pairStruct.Nullable(),
        (record, a, b, c, d, e, f) => record with { Text = a, Unterminated = b, Nested = c, Unflagged = d, Value = e, ValueStruct = f });

    private static readonly Gen<EveryType> s_lists = Gen.Select(
        s_nested, List(s_inner), List(s_text), List(Gen.UShort), List(Gen.Byte), List(s_pair), List(s_inner), List(s_struct),
        (record, a, b, c, d, e, f, g) => record with { Numbered = a, Texts = b, Ports = c, NumberedBytes = d, Pairs = e, Inners = f, Structs = g });

    /// <summary>Records with any of their properties.</summary>
    public static Gen<EveryType> Records { get; } = Gen.Select(
        s_lists, List(s_flags, 1), List(s_address, 1), List(s_inner, 1), List(s_bytes, 1), Unknown(),
        (record, a, b, c, d, e) => record with { RepeatedFlags = a, Addresses = b, RepeatedInners = c, Blobs = d, UnknownAttributes = e });

    /// <summary>What is written, with what the kernel alone reports.</summary>
    public static byte[] Write(EveryType record)
    {
        var writer = new NetlinkWriter(new byte[16 * 1024]) { IncludesReported = true };
        record.Write(ref writer);
        return writer.Written.ToArray();
    }

    private static Gen<NetlinkList<RawAttribute>> Unknown() => s_raw.Array[0, 3].Select(items => NetlinkList.Create<RawAttribute>(items));

    private static Gen<NetlinkList<T>?> List<T>(Gen<T> item, int least = 0) =>
        item.Array[least, 3].Select(items => NetlinkList.Create<T>(items)).Null()!;
}
