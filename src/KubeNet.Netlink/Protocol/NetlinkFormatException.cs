using System.Diagnostics.CodeAnalysis;

namespace KubeNet.Netlink.Protocol;

/// <summary>Bytes that should have been netlink are not: a length that lies, a message cut off.</summary>
public sealed class NetlinkFormatException : Exception
{
    /// <summary>Makes an exception that says what is wrong.</summary>
    public NetlinkFormatException(string message) : base(message)
    {
    }

    /// <summary>Makes an exception that says what is wrong and what led to it.</summary>
    public NetlinkFormatException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an exception without words of its own.</summary>
    public NetlinkFormatException() : base("The bytes are not a netlink message.")
    {
    }

    [DoesNotReturn]
    internal static void ThrowShortHeader(int length) =>
        throw new NetlinkFormatException($"A netlink message begins with a header of {NetlinkMessageHeader.Size} bytes; only {length} are left.");

    [DoesNotReturn]
    internal static void ThrowMessageLength(uint length, int available) =>
        throw new NetlinkFormatException($"A netlink message says that it has {length} bytes; {available} are there.");

    [DoesNotReturn]
    internal static void ThrowAttributeLength(int length, int available) =>
        throw new NetlinkFormatException($"A netlink attribute says that it has {length} bytes; {available} are there, and 4 are the least.");

    [DoesNotReturn]
    internal static void ThrowAcknowledgement(int length) =>
        throw new NetlinkFormatException($"A netlink acknowledgement has an error number of 4 bytes at least, not {length}.");
}
