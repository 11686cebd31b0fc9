using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KubeNet.Netlink.Protocol;

/// <summary>
/// Writes messages and attributes into a buffer of the caller's, padded as netlink wants. What does not fit throws
/// <see cref="NetlinkMessageTooLargeException"/>.
/// </summary>
public ref partial struct NetlinkWriter
{
    private readonly Span<byte> _buffer;
    private int _length;
    private int _message;

    /// <summary>Begins at the start of a buffer.</summary>
    public NetlinkWriter(Span<byte> buffer) => _buffer = buffer;

    /// <summary>Whether attributes that the kernel only reports (statistics, states) are written too. A request has none of them.</summary>
    public bool IncludesReported { get; init; }

    /// <summary>Bytes written so far.</summary>
    public readonly int Length => _length;

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>Begins a message (<c>struct nlmsghdr</c>). Its length is written by <see cref="EndMessage"/>.</summary>
    public void BeginMessage(ushort type, NetlinkMessageFlags flags, uint sequence)
    {
        _message = _length;
        Span<byte> header = Take(NetlinkMessageHeader.Size);
        var value = new NetlinkMessageHeader(0, type, flags, sequence, 0);
        MemoryMarshal.Write(header, in value);
    }

    /// <summary>Ends the message that was begun last: its length is written, and padding, which the length does not count.</summary>
    public void EndMessage()
    {
        int length = _length - _message;
        MemoryMarshal.Write(_buffer[_message..], (uint)length);
        Pad(length);
    }

    /// <summary>Makes room for the header of a message's family (<c>struct ifinfomsg</c>, <c>struct rtmsg</c> …), zeroed and padded.</summary>
    /// <param name="size">Its bytes.</param>
    public Span<byte> WriteHeader(int size)
    {
        Span<byte> header = Take(NetlinkAttributeHeader.Align(size));
        header.Clear();
        return header[..size];
    }

    /// <summary>Writes bytes as they are, without an attribute header and without padding.</summary>
    public void WriteRaw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Begins an attribute whose payload is attributes (<c>NLA_F_NESTED</c>). The result goes to <see cref="EndNested"/>.</summary>
    public int BeginNested(ushort type) => BeginValue((ushort)(type | NetlinkAttributeHeader.NestedFlag));

    /// <summary>As <see cref="BeginNested"/>, for the older families that want the nest without its flag.</summary>
    public int BeginNestedWithoutFlag(ushort type) => BeginValue(type);

    /// <summary>Ends a nest.</summary>
    public void EndNested(int start) => EndValue(start);

    /// <summary>Begins an attribute whose payload is written in pieces. The result goes to <see cref="EndValue"/>.</summary>
    public int BeginValue(ushort type)
    {
        int start = _length;
        Span<byte> header = Take(NetlinkAttributeHeader.Size);
        MemoryMarshal.Write(header[2..], type);
        return start;
    }

    /// <summary>Ends an attribute that was begun: its length is written, and padding.</summary>
    public void EndValue(int start)
    {
        int length = _length - start;
        Span<byte> header = _buffer[start..];
        if (length > ushort.MaxValue)
        {
            NetlinkMessageTooLargeException.ThrowAttribute(MemoryMarshal.Read<ushort>(header[2..]) & NetlinkAttributeHeader.TypeMask, length);
        }

        MemoryMarshal.Write(header, (ushort)length);
        Pad(length);
    }

    /// <summary>Writes an attribute of bytes.</summary>
    public void WriteBytes(ushort type, scoped ReadOnlySpan<byte> value) => value.CopyTo(TakeAttribute(type, value.Length));

    /// <summary>Writes an empty attribute, which means yes by being there.</summary>
    public void WriteFlag(ushort type) => TakeAttribute(type, 0);

    /// <summary>Writes an attribute of text: UTF-8 and a final NUL.</summary>
    public void WriteString(ushort type, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Span<byte> payload = TakeAttribute(type, Encoding.UTF8.GetByteCount(value) + 1);
        payload[Encoding.UTF8.GetBytes(value, payload)] = 0;
    }

    /// <summary>Writes an attribute of text in UTF-8 without a final NUL.</summary>
    public void WriteUnterminatedString(ushort type, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Encoding.UTF8.GetBytes(value, TakeAttribute(type, Encoding.UTF8.GetByteCount(value)));
    }

    /// <summary>Writes an attribute of an IP address: 4 or 16 bytes.</summary>
    public void WriteIPAddress(ushort type, IPAddress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.TryWriteBytes(TakeAttribute(type, value.AddressFamily == AddressFamily.InterNetwork ? 4 : 16), out _);
    }

    /// <summary>Writes an attribute of a MAC address: 6 bytes.</summary>
    public void WriteMacAddress(ushort type, MacAddress value) => value.CopyTo(TakeAttribute(type, MacAddress.Size));

    /// <summary>Writes an attribute of a structure as it lies in memory.</summary>
    public void WriteStruct<T>(ushort type, in T value) where T : unmanaged =>
        MemoryMarshal.Write(TakeAttribute(type, Unsafe.SizeOf<T>()), in value);

    /// <summary>Forgets everything written after a length that was seen before, as when a message turned out not to fit.</summary>
    internal void TruncateTo(int length) => _length = length;

    private Span<byte> TakeAttribute(ushort type, int payload)
    {
        int length = NetlinkAttributeHeader.Size + payload;
        if (length > ushort.MaxValue)
        {
            NetlinkMessageTooLargeException.ThrowAttribute(type & NetlinkAttributeHeader.TypeMask, length);
        }

        Span<byte> attribute = Take(NetlinkAttributeHeader.Align(length));
        if ((payload & 3) != 0)
        {
            // The padding lies in the last four bytes, which the payload overwrites in part.
            MemoryMarshal.Write(attribute[^4..], 0u);
        }

        MemoryMarshal.Write(attribute, BitConverter.IsLittleEndian ? (uint)((type << 16) | length) : (uint)((length << 16) | type));
        return attribute.Slice(NetlinkAttributeHeader.Size, payload);
    }

    private void Pad(int length)
    {
        int padding = NetlinkAttributeHeader.Align(length) - length;
        if (padding > 0)
        {
            Take(padding).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Take(int count)
    {
        int start = _length;
        if ((uint)count > (uint)(_buffer.Length - start))
        {
            NetlinkMessageTooLargeException.ThrowBuffer(_buffer.Length, start + count);
        }

        _length = start + count;
        return _buffer.Slice(start, count);
    }
}
