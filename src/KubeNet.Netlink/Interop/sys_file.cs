using System.Runtime.InteropServices;

namespace KubeNet.Netlink.Interop;

/// <summary><c>sys/file.h</c>.</summary>
internal static partial class sys_file
{
    internal const int LOCK_EX = 2;

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int flock(int descriptor, int operation);
}
