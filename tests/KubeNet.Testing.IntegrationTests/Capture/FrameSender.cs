using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Testing.IntegrationTests.Capture;

// Sends a frame as it is (packet(7)).
internal static partial class FrameSender
{
    public static void Send(NetworkNamespace ns, string device, ReadOnlySpan<byte> frame)
    {
        int index = ns.Invoke(() => (int)IndexOf(device));
        using Socket socket = ns.OpenSocket(AddressFamily.Packet, SocketType.Raw, ProtocolType.Unspecified);
        Span<byte> address = stackalloc byte[20];
        address.Clear();
        BitConverter.TryWriteBytes(address, (ushort)17);
        BitConverter.TryWriteBytes(address[4..], index);
        if (SendTo(socket.SafeHandle, frame, (nuint)frame.Length, 0, address, (uint)address.Length) != frame.Length)
            throw new ProtocolViolationException($"sendto: errno {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "if_nametoindex", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint IndexOf(string device);

    [LibraryImport("libc", EntryPoint = "sendto", SetLastError = true)]
    private static partial nint SendTo(SafeHandle socket, ReadOnlySpan<byte> bytes, nuint length, int flags, ReadOnlySpan<byte> address, uint addressLength);
}
