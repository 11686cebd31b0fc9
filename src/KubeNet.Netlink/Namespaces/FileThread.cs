using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Interop;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Opens a file inside a namespace: <c>/proc/sys/net</c> shows each opener the settings of its own namespace.</summary>
internal sealed class FileThread : NamespaceThread
{
    private readonly byte[] _path;
    private readonly int _flags;
    private int _descriptor = -1;
    private int _errno;

    private FileThread(SafeFileHandle target, byte[] path, int flags)
        : base(target)
        => (_path, _flags) = (path, flags);

    /// <summary>Returns the file, or an error number when it could not be opened.</summary>
    internal static SafeFileHandle? Open(SafeFileHandle target, string description, string path, int flags, out int errno)
    {
        var thread = new FileThread(target, NativePath.Encode(path), flags);
        thread.Run(description, SmallStack);
        errno = thread._errno;
        return thread._descriptor < 0 ? null : new SafeFileHandle(thread._descriptor, ownsHandle: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Work()
    {
        _descriptor = libc.open(_path, _flags);
        if (_descriptor < 0)
            _errno = Marshal.GetLastPInvokeError();
    }
}
