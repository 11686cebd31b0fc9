using Tmds.Linux;

namespace KubeNet.Netlink.Interop;

/// <summary>What network namespaces need of the C library: namespaces, mounts and the files that stand for them.</summary>
internal static unsafe partial class libc
{
    // sched.h
    internal const int CLONE_NEWNET = 0x40000000;

    // sys/mount.h
    internal const uint MS_BIND = 0x1000;
    internal const uint MS_REC = 0x4000;
    internal const uint MS_SHARED = 0x100000;
    internal const int MNT_DETACH = 2;

    // fcntl.h
    internal const int O_RDONLY = 0;
    internal const int O_WRONLY = 1;
    internal const int O_RDWR = 2;
    internal const int O_CREAT = 0x40;
    internal const int O_EXCL = 0x80;
    internal const int O_NONBLOCK = 0x800;
    internal const int O_CLOEXEC = 0x80000;

    // bits/socket.h: not inherited by the programs that the process starts
    internal const int SOCK_CLOEXEC = 0x80000;

    // linux/nsfs.h: _IO(0xb7, 0x3), the CLONE_NEW… flag of a namespace descriptor
    internal const int NS_GET_NSTYPE = 0xb703;

    internal static int setns(int descriptor, int type) => LibC.setns(descriptor, type);

    internal static int unshare(int flags) => LibC.unshare(flags);

    internal static int mount(ReadOnlySpan<byte> source, ReadOnlySpan<byte> target, uint flags)
    {
        fixed (byte* from = source, to = target)
            return LibC.mount(from, to, null, flags, null);
    }

    internal static int umount2(ReadOnlySpan<byte> target, int flags)
    {
        fixed (byte* path = target)
            return LibC.umount2(path, flags);
    }

    /// <summary>Opens a file; <paramref name="path"/> ends with a NUL, as that of every call here.</summary>
    internal static int open(ReadOnlySpan<byte> path, int flags)
    {
        fixed (byte* pointer = path)
            return LibC.open(pointer, flags | O_CLOEXEC, 0);
    }

    internal static int close(int descriptor) => LibC.close(descriptor);

    internal static int mkdir(ReadOnlySpan<byte> path, ushort mode)
    {
        fixed (byte* pointer = path)
            return LibC.mkdir(pointer, mode);
    }

    internal static int unlink(ReadOnlySpan<byte> path)
    {
        fixed (byte* pointer = path)
            return LibC.unlink(pointer);
    }

    internal static int socket(int family, int type, int protocol) => LibC.socket(family, type, protocol);

    /// <summary>The kind of a namespace descriptor; negative (ENOTTY) when it is no namespace.</summary>
    internal static int namespace_type(int descriptor) => LibC.ioctl(descriptor, NS_GET_NSTYPE);

    /// <summary>Device and inode number of an open file.</summary>
    internal static int fstat(int descriptor, out ulong device, out ulong inode)
    {
        stat status;
        int result = LibC.fstat(descriptor, &status);
        device = (ulong)status.st_dev;
        inode = (ulong)status.st_ino;
        return result;
    }
}
