using CsCheck;
using KubeNet.Netlink.Generators.Tests.Records;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Generators.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void What_was_written_is_read_again() =>
        Samples.Records.Sample(record => EveryType.Read(Samples.Write(record)) == record, iter: 2000);

    [Fact]
    public void What_was_read_is_written_again_byte_for_byte() =>
        Samples.Records.Sample(
            record =>
            {
                byte[] bytes = Samples.Write(record);
                return Samples.Write(EveryType.Read(bytes)).AsSpan().SequenceEqual(bytes);
            },
            iter: 500);

    [Fact]
    public void A_cut_payload_throws_a_format_exception_or_nothing() =>
        Samples.Records.Sample(
            record =>
            {
                byte[] bytes = Samples.Write(record);
                for (int length = 0; length < bytes.Length; length++)
                    ReadLeniently(bytes.AsSpan(0, length));
            },
            iter: 50);

    [Fact]
    public void A_broken_byte_throws_a_format_exception_or_nothing() =>
        Gen.Select(Samples.Records, Gen.Int[0, int.MaxValue], Gen.Byte).Sample(
            (record, position, value) =>
            {
                byte[] bytes = Samples.Write(record);
                bytes[position % bytes.Length] = value;
                ReadLeniently(bytes);
            },
            iter: 2000);

    [Fact]
    public void Random_bytes_throw_a_format_exception_or_nothing() =>
        Gen.Byte.Array[0, 200].Sample(bytes => ReadLeniently(bytes), iter: 5000);

    private static void ReadLeniently(ReadOnlySpan<byte> payload)
    {
        try
        {
            _ = EveryType.Read(payload);
        }
        catch (NetlinkFormatException)
        {
            // A length that reaches beyond the payload, which only the reader of the message can judge.
        }
    }
}
