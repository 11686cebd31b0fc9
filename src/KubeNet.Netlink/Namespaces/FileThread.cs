using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Opens a file inside a namespace: <c>/proc/sys/net</c> shows each opener the settings of its own namespace.</summary>
internal sealed class FileThread : NamespaceThread
{
    private readonly byte[] _path;
    private readonly int _flags;
    private int _descriptor = -1;
    private LinuxError _error;

    private FileThread(SafeFileHandle target, byte[] path, int flags)
        : base(target)
        => (_path, _flags) = (path, flags);

    /// <summary>Returns the file, or an error number when it could not be opened.</summary>
    internal static SafeFileHandle? Open(SafeFileHandle target, string description, string path, int flags, out LinuxError error)
    {
        var thread = new FileThread(target, NativePath.Encode(path), flags);
        thread.Run(description, SmallStack);
        error = thread._error;
        return thread._descriptor < 0 ? null : new SafeFileHandle(thread._descriptor, ownsHandle: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Work()
    {
        _descriptor = libc.open(_path, _flags);
        if (_descriptor < 0)
            _error = (LinuxError)Marshal.GetLastPInvokeError();
    }
}
