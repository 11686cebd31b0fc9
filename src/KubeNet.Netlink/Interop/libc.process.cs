using Microsoft.Win32.SafeHandles;
using Tmds.Linux;

namespace KubeNet.Netlink.Interop;

/// <content>Reads and writes of whole small files.</content>
internal static unsafe partial class libc
{
    /// <summary>Bytes read, 0 at the end, negative on an error.</summary>
    internal static int read(SafeFileHandle file, Span<byte> buffer)
    {
        fixed (byte* pointer = buffer)
            return (int)LibC.read((int)file.DangerousGetHandle(), pointer, buffer.Length);
    }

    /// <summary>Bytes written, negative on an error.</summary>
    internal static int write(SafeFileHandle file, ReadOnlySpan<byte> buffer)
    {
        fixed (byte* pointer = buffer)
            return (int)LibC.write((int)file.DangerousGetHandle(), pointer, buffer.Length);
    }
}
