using System.Diagnostics.CodeAnalysis;

namespace KubeNet.Netlink.Protocol;

/// <summary>A message does not fit its buffer, or an attribute has more than the 65,535 bytes that its length field can say.</summary>
public sealed class NetlinkMessageTooLargeException : Exception
{
    /// <summary>Makes an exception that says what did not fit.</summary>
    public NetlinkMessageTooLargeException(string message) : base(message)
    {
    }

    /// <summary>Makes an exception that says what did not fit and what led to it.</summary>
    public NetlinkMessageTooLargeException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an exception without words of its own.</summary>
    public NetlinkMessageTooLargeException() : base("The netlink message does not fit its buffer.")
    {
    }

    /// <summary>Whether the message fits a larger buffer; an attribute that is too long fits none.</summary>
    internal bool FitsLargerBuffer { get; private init; }

    [DoesNotReturn]
    internal static void ThrowBuffer(int capacity, int needed) =>
        throw new NetlinkMessageTooLargeException($"The netlink message needs {needed} bytes and more; its buffer has {capacity}.") { FitsLargerBuffer = true };

    [DoesNotReturn]
    internal static void ThrowAttribute(int type, int length) =>
        throw new NetlinkMessageTooLargeException($"Attribute {type} has {length} bytes; an attribute holds at most {ushort.MaxValue - NetlinkAttributeHeader.Size}.");
}
