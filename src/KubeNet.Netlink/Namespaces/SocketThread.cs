using System.Runtime.CompilerServices;
using KubeNet.Netlink.Interop;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Makes a socket inside a namespace: a socket belongs for life to the namespace in which it was made.</summary>
internal sealed class SocketThread : NamespaceThread
{
    private readonly int _family;
    private readonly int _type;
    private readonly int _protocol;
    private int _descriptor = -1;

    private SocketThread(SafeFileHandle target, int family, int type, int protocol)
        : base(target)
        => (_family, _type, _protocol) = (family, type, protocol);

    internal static int Open(SafeFileHandle target, string description, int family, int type, int protocol)
    {
        var thread = new SocketThread(target, family, type, protocol);
        thread.Run(description, SmallStack);
        return thread._descriptor;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Work()
    {
        _descriptor = libc.socket(_family, _type | libc.SOCK_CLOEXEC, _protocol);
        if (_descriptor < 0)
            Fail("open a socket in");
    }
}
