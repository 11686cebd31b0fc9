using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tmds.Linux;

namespace KubeNet.Netlink.Namespaces;

/// <summary>The namespace of a socket, which the socket itself tells: so a connection needs to hold no handle on it.</summary>
internal static class SocketNamespace
{
    // linux/sockios.h
    private const int SIOCGSKNS = 0x894C;

    /// <summary>Makes another netlink socket in the namespace of one; the descriptor is the caller's.</summary>
    internal static int OpenAnother(SafeHandle socket)
    {
        int descriptor = LibC.ioctl((int)socket.DangerousGetHandle(), SIOCGSKNS);
        if (descriptor < 0)
        {
            throw new NetworkNamespaceException("find", "the namespace of a socket", NetworkNamespaceException.LastError);
        }

        using var target = new SafeFileHandle(descriptor, ownsHandle: true);
        return SocketThread.Open(target, "the namespace of a socket", LibC.AF_NETLINK, LibC.SOCK_RAW, ProtocolOf(socket));
    }

    private static unsafe int ProtocolOf(SafeHandle socket)
    {
        // asm-generic/socket.h
        const int SO_PROTOCOL = 38;
        int protocol = 0;
        var length = (socklen_t)sizeof(int);
        _ = LibC.getsockopt((int)socket.DangerousGetHandle(), LibC.SOL_SOCKET, SO_PROTOCOL, &protocol, &length);
        return protocol;
    }
}
