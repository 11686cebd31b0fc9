using System.Globalization;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Transport;

/// <summary>Reads what the kernel says of a request: error number, its words, and where in the request it found fault.</summary>
internal static class NetlinkAcknowledgement
{
    /// <summary>Whether an <c>NLMSG_ERROR</c> says that all went well, as nearly all do.</summary>
    public static bool IsSuccess(in NetlinkMessage message) => ReadNumber(message.Payload) == 0;

    /// <summary>The error of an <c>NLMSG_ERROR</c> (<c>struct nlmsgerr</c>); null if it says that all went well.</summary>
    /// <param name="message">The acknowledgement.</param>
    /// <param name="request">The request that it answers, if it is still held.</param>
    /// <param name="body">What the request was written from: the names of its attributes.</param>
    public static NetlinkError? ReadError(in NetlinkMessage message, ReadOnlySpan<byte> request, NetlinkRequestNames body)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        int error = ReadNumber(payload);
        if (error == 0)
        {
            return null;
        }

        // After the number comes the request's header, and the rest of the request unless the flag says otherwise.
        ReadOnlySpan<byte> rest = payload[sizeof(int)..];
        int echoed = NetlinkMessageHeader.Size;
        if ((message.Header.Flags & NetlinkMessageFlags.Capped) == 0 && rest.Length >= sizeof(uint))
        {
            echoed = (int)Math.Clamp(MemoryMarshal.Read<uint>(rest), NetlinkMessageHeader.Size, int.MaxValue / 2);
        }

        int offset = Math.Min(NetlinkAttributeHeader.Align(echoed), rest.Length);
        return Read(error, message.Header.Flags, rest[offset..], request, body);
    }

    /// <summary>The error within an <c>NLMSG_DONE</c>; null if there is none.</summary>
    public static NetlinkError? ReadDone(in NetlinkMessage message, ReadOnlySpan<byte> request, NetlinkRequestNames body)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        return payload.Length < sizeof(int) || ReadNumber(payload) is not (< 0 and var error)
            ? null
            : Read(error, message.Header.Flags, payload[sizeof(int)..], request, body);
    }

    private static int ReadNumber(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < sizeof(int))
        {
            NetlinkFormatException.ThrowAcknowledgement(payload.Length);
        }

        return MemoryMarshal.Read<int>(payload);
    }

    private static NetlinkError Read(
        int error, NetlinkMessageFlags flags, ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> request, NetlinkRequestNames body)
    {
        var result = new NetlinkError((LinuxError)(error == int.MinValue ? int.MaxValue : Math.Abs(error)));
        if ((flags & NetlinkMessageFlags.AckAttributes) == 0)
        {
            return result;
        }

        string? words = null;
        string? range = null;
        int at = -1;
        int missing = -1;
        int missingIn = -1;
        var reader = new NetlinkAttributeReader(attributes);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case NLMSGERR_ATTR_MSG when reader.TryGetString(out string? text):
                    words = text;
                    break;
                case NLMSGERR_ATTR_OFFS when reader.TryGetUInt32(out uint value):
                    at = (int)Math.Min(value, int.MaxValue);
                    break;
                case NLMSGERR_ATTR_POLICY:
                    range = ReadRange(reader.Value);
                    break;
                case NLMSGERR_ATTR_MISS_TYPE when reader.TryGetUInt32(out uint value):
                    missing = (int)Math.Min(value, int.MaxValue);
                    break;
                case NLMSGERR_ATTR_MISS_NEST when reader.TryGetUInt32(out uint value):
                    missingIn = (int)Math.Min(value, int.MaxValue);
                    break;
            }
        }

        return result with
        {
            KernelMessage = words,
            AllowedRange = range,
            AttributePath = at < 0 ? null : NetlinkAttributePath.At(request, at, body),
            MissingAttribute = missing < 0 ? null : NetlinkAttributePath.Missing(request, missingIn, missing, body),
        };
    }

    /// <summary>The values that a policy allows (<c>NL_POLICY_TYPE_ATTR_*</c>).</summary>
    private static string? ReadRange(ReadOnlySpan<byte> policy)
    {
        ulong? least = null;
        ulong? most = null;
        long? signedLeast = null;
        long? signedMost = null;
        ulong? mask = null;
        uint? shortest = null;
        uint? longest = null;
        var reader = new NetlinkAttributeReader(policy);
        while (reader.Read())
        {
            switch (reader.Type)
            {
                case NL_POLICY_TYPE_ATTR_MIN_VALUE_U when reader.TryGetUInt64(out ulong value):
                    least = value;
                    break;
                case NL_POLICY_TYPE_ATTR_MAX_VALUE_U when reader.TryGetUInt64(out ulong value):
                    most = value;
                    break;
                case NL_POLICY_TYPE_ATTR_MIN_VALUE_S when reader.TryGetUInt64(out ulong value):
                    signedLeast = (long)value;
                    break;
                case NL_POLICY_TYPE_ATTR_MAX_VALUE_S when reader.TryGetUInt64(out ulong value):
                    signedMost = (long)value;
                    break;
                case NL_POLICY_TYPE_ATTR_MASK when reader.TryGetUInt64(out ulong value):
                    mask = value;
                    break;
                case NL_POLICY_TYPE_ATTR_MIN_LENGTH when reader.TryGetUInt32(out uint value):
                    shortest = value;
                    break;
                case NL_POLICY_TYPE_ATTR_MAX_LENGTH when reader.TryGetUInt32(out uint value):
                    longest = value;
                    break;
            }
        }

        return mask is not null ? string.Create(CultureInfo.InvariantCulture, $"bits of 0x{mask:x}")
            : most is not null ? string.Create(CultureInfo.InvariantCulture, $"{least ?? 0} to {most}")
            : signedMost is not null ? string.Create(CultureInfo.InvariantCulture, $"{signedLeast ?? 0} to {signedMost}")
            : longest is not null ? string.Create(CultureInfo.InvariantCulture, $"{shortest ?? 0} to {longest} bytes long")
            : null;
    }
}
