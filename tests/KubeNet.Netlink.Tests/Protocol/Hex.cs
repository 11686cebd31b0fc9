namespace KubeNet.Netlink.Tests.Protocol;

/// <summary>Bytes as text, with spaces where they help to read. Vectors are those of a little-endian machine.</summary>
internal static class Hex
{
    public static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", string.Empty, StringComparison.Ordinal));

    public static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
