using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static KubeNet.Testing.Interop.if_packet;
using static KubeNet.Testing.Interop.socket;

namespace KubeNet.Testing.Interop;

internal static unsafe partial class sys_socket
{
    public const short POLLIN = 1;
    public const int EFD_CLOEXEC = 0x80000;

    [StructLayout(LayoutKind.Sequential)]
    public struct pollfd
    {
        public int fd;
        public short events;
        public short revents;
    }

    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(SafeHandle fd, nuint request, ifreq* argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int bind(SafeHandle fd, sockaddr_ll* address, uint length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recvmsg(SafeHandle fd, msghdr* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(pollfd* descriptors, nuint count, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    public static partial SafeFileHandle eventfd(uint value, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int eventfd_write(SafeHandle fd, ulong value);
}
