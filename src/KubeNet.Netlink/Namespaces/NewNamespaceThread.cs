using System.Runtime.CompilerServices;
using KubeNet.Netlink.Interop;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Makes a namespace, and binds it to a file so that it outlives its handles when it is to have a name.</summary>
internal sealed class NewNamespaceThread : NamespaceThread
{
    private readonly byte[]? _mountPoint;
    private int _descriptor = -1;

    private NewNamespaceThread(byte[]? mountPoint)
        : base(null)
        => _mountPoint = mountPoint;

    internal static SafeFileHandle Create(string description, byte[]? mountPoint)
    {
        var thread = new NewNamespaceThread(mountPoint);
        thread.Run(description, SmallStack);
        return new SafeFileHandle(thread._descriptor, ownsHandle: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Work()
    {
        _descriptor = libc.open("/proc/thread-self/ns/net\0"u8, libc.O_RDONLY);
        if (_descriptor < 0)
        {
            Fail("open");
            return;
        }

        if (_mountPoint is null || libc.mount("/proc/thread-self/ns/net\0"u8, _mountPoint, libc.MS_BIND) == 0)
            return;
        Fail("mount");
        _ = libc.close(_descriptor);
    }
}
