namespace KubeNet.Netlink.Transport;

/// <summary>The kernel's error numbers that networking gives (asm-generic/errno-base.h, asm-generic/errno.h), under their own names.</summary>
public enum LinuxError
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Operation not permitted.</summary>
    EPERM = 1,

    /// <summary>No such file, or no such object of netlink.</summary>
    ENOENT = 2,

    /// <summary>No such process; also: no such route.</summary>
    ESRCH = 3,

    /// <summary>Interrupted system call.</summary>
    EINTR = 4,

    /// <summary>Input or output error.</summary>
    EIO = 5,

    /// <summary>No such device or address.</summary>
    ENXIO = 6,

    /// <summary>Bad file descriptor.</summary>
    EBADF = 9,

    /// <summary>Try again.</summary>
    EAGAIN = 11,

    /// <summary>Out of memory.</summary>
    ENOMEM = 12,

    /// <summary>Permission denied.</summary>
    EACCES = 13,

    /// <summary>Bad address.</summary>
    EFAULT = 14,

    /// <summary>Device or resource busy.</summary>
    EBUSY = 16,

    /// <summary>It exists.</summary>
    EEXIST = 17,

    /// <summary>No such device.</summary>
    ENODEV = 19,

    /// <summary>Not a directory.</summary>
    ENOTDIR = 20,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>Too many open files in the system.</summary>
    ENFILE = 23,

    /// <summary>Too many open files.</summary>
    EMFILE = 24,

    /// <summary>No space left.</summary>
    ENOSPC = 28,

    /// <summary>Result out of range.</summary>
    ERANGE = 34,

    /// <summary>Name too long.</summary>
    ENAMETOOLONG = 36,

    /// <summary>Too many levels of links.</summary>
    ELOOP = 40,

    /// <summary>No data available.</summary>
    ENODATA = 61,

    /// <summary>Message too long.</summary>
    EMSGSIZE = 90,

    /// <summary>Protocol not available.</summary>
    ENOPROTOOPT = 92,

    /// <summary>Protocol not supported.</summary>
    EPROTONOSUPPORT = 93,

    /// <summary>Operation not supported.</summary>
    EOPNOTSUPP = 95,

    /// <summary>Address family not supported.</summary>
    EAFNOSUPPORT = 97,

    /// <summary>Address in use.</summary>
    EADDRINUSE = 98,

    /// <summary>No such address here.</summary>
    EADDRNOTAVAIL = 99,

    /// <summary>Network is down.</summary>
    ENETDOWN = 100,

    /// <summary>Network is unreachable.</summary>
    ENETUNREACH = 101,

    /// <summary>No buffer space.</summary>
    ENOBUFS = 105,

    /// <summary>Timed out.</summary>
    ETIMEDOUT = 110,

    /// <summary>Host is unreachable.</summary>
    EHOSTUNREACH = 113,

    /// <summary>Already in progress.</summary>
    EALREADY = 114,
}
